import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { FeedPage } from '@randnotiz/contract/annotations/change-feed'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aDocumentId, anAnnotation } from '../testing/an-annotation.js'
import { emptyFeed } from './feed.js'
import { type FeedFollower, type FeedSource, followFeed } from './feed-follower.js'

/** A feed on a server that can be cut off; pages hold two changes. */
function aServer() {
  const log: Annotation[] = []
  const connected = new Set<() => void>()
  const hearing = new Set<Parameters<FeedSource['onChange']>[0]>()
  const asked: string[] = []
  let online = true
  let followed = false
  const page = async (since: number): Promise<Result<FeedPage>> => {
    const upTo = Math.min(log.length, since + 2)
    return accept({
      documentId: aDocumentId,
      upTo,
      head: log.length,
      annotations: log.slice(since, upTo),
    })
  }
  const source: FeedSource = {
    async follow(_, since) {
      asked.push(`follow ${since}`)
      if (!online) return refuse('server/unavailable')
      followed = true
      return page(since)
    },
    unfollow() {
      followed = false
    },
    async fetch(_, since) {
      asked.push(`fetch ${since}`)
      return page(since)
    },
    isConnected: () => online,
    onConnected: listener => {
      connected.add(listener)
      return () => connected.delete(listener)
    },
    onChange: listener => {
      hearing.add(listener)
      return () => hearing.delete(listener)
    },
  }
  return {
    source,
    asked,
    isFollowed: () => followed,
    write(announced = true) {
      const annotation = anAnnotation(log.push(anAnnotation(log.length + 1)))
      if (!announced || !online || !followed) return
      for (const hear of hearing) hear({ documentId: aDocumentId, seq: log.length, annotation })
    },
    cut() {
      online = false
      followed = false
    },
    mend() {
      online = true
      for (const listener of connected) listener()
    },
  }
}

let follower: FeedFollower | null = null
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  follower?.stop()
  vi.useRealTimers()
})
const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds)
const follow = (source: FeedSource) => {
  follower = followFeed({ documentId: aDocumentId, source, feed: emptyFeed })
  return follower
}

test('asks page by page until nothing is missing, then hears by itself', async () => {
  const server = aServer()
  for (let count = 0; count < 5; count++) server.write()
  const { feed } = follow(server.source)
  await settle()
  expect(server.asked).toEqual(['follow 0', 'follow 2', 'follow 4'])
  server.write()
  expect(feed().annotations.size).toBe(6)
  expect(server.asked).toHaveLength(3)
})

test('what arrives in many pages is told at once, when nothing is missing any more', async () => {
  const server = aServer()
  for (let count = 0; count < 7; count++) server.write()
  const told: number[] = []
  const { feed, subscribe } = follow(server.source)
  subscribe(() => told.push(feed().annotations.size))
  await settle()
  server.write()
  expect(told).toEqual([7, 8])
})

test('a page that comes before an outage is told, though others are missing', async () => {
  const server = aServer()
  for (let count = 0; count < 3; count++) server.write()
  const told: number[] = []
  const { source } = server
  const { feed, subscribe } = follow({
    ...source,
    follow: async (id, since) => (since === 0 ? source.follow(id, since) : refuse('server/unavailable')),
  })
  subscribe(() => told.push(feed().annotations.size))
  await settle()
  expect(told).toEqual([2])
})

test('a lost announcement is noticed with the next one and asked for', async () => {
  const server = aServer()
  const { feed } = follow(server.source)
  await settle()
  server.write(false)
  server.write()
  await settle()
  expect(feed().annotations.size).toBe(2)
})

test('after a disconnect it follows again from where it was', async () => {
  const server = aServer()
  server.write()
  const { feed } = follow(server.source)
  await settle()
  server.cut()
  server.write()
  server.mend()
  await settle()
  expect(server.asked.at(-1)).toBe('follow 1')
  expect(feed().annotations.size).toBe(2)
  expect(server.isFollowed()).toBe(true)
})

test('a connection that comes back while a question hangs is asked anew', async () => {
  const server = aServer()
  server.write()
  const { source } = server
  let hang = true
  const { feed } = follow({
    ...source,
    follow: (id, since) => {
      if (!hang) return source.follow(id, since)
      hang = false
      return new Promise(resolve => setTimeout(resolve, 10_000, refuse('server/unavailable')))
    },
  })
  server.mend()
  await settle(10_000)
  expect(feed().annotations.size).toBe(1)
})

test('a server that never brings on what it announces is not asked without end', async () => {
  const server = aServer()
  const asked: number[] = []
  follow({
    ...server.source,
    async follow(documentId, since) {
      asked.push(since)
      return accept({ documentId, upTo: since, head: 9, annotations: [] })
    },
  })
  await settle(29_000)
  expect(asked).toHaveLength(1)
})

test('without a socket it asks by REST, again and again, and follows when there is one', async () => {
  const server = aServer()
  server.cut()
  server.write()
  const { feed } = follow(server.source)
  await settle(5_000)
  expect(feed().annotations.size).toBe(1)
  server.write()
  await settle(30_000)
  expect(feed().annotations.size).toBe(2)
  expect(server.asked.every(question => question.startsWith('fetch'))).toBe(true)
  server.mend()
  await settle()
  expect(server.asked.at(-1)).toBe('follow 2')
})

test('a follower that was stopped is quiet', async () => {
  const server = aServer()
  const { feed, stop } = follow(server.source)
  await settle()
  stop()
  server.write()
  server.mend()
  await settle(60_000)
  expect(feed().annotations.size).toBe(0)
  expect(server.isFollowed()).toBe(false)
})
