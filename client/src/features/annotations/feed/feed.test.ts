import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { expect, test } from 'vitest'
import { anAnnotation } from '../testing/an-annotation.js'
import { advanceFeed, emptyFeed, type Feed, isBehind } from './feed.js'

const change = (seq: number, annotation = anAnnotation(seq)) => ({ type: 'change', seq, annotation }) as const

const bodies = (feed: Feed) => [...feed.annotations.values()].map(({ body }) => body)

test('a change that follows is taken in', () => {
  const feed = [change(1), change(2)].reduce(advanceFeed, emptyFeed)
  expect(feed.upTo).toBe(2)
  expect(isBehind(feed)).toBe(false)
  expect(feed.annotations.size).toBe(2)
})

test('a change that was heard already changes nothing, not even the object', () => {
  const feed = advanceFeed(emptyFeed, change(1))
  expect(advanceFeed(feed, change(1, anAnnotation(1, 'older')))).toBe(feed)
})

test('a gap is noticed and only a page closes it', () => {
  const gap = advanceFeed(advanceFeed(emptyFeed, change(1)), change(3))
  expect(gap).toMatchObject({ upTo: 1, head: 3 })
  expect(gap.annotations.size).toBe(1)
  const page = { upTo: 3, head: 3, annotations: [anAnnotation(2), anAnnotation(3)] }
  const closed = advanceFeed(gap, { type: 'page', since: 1, page })
  expect(isBehind(closed)).toBe(false)
  expect(closed.annotations.size).toBe(3)
})

test('a page that was read before the gap was heard of leaves the feed behind', () => {
  const gap = advanceFeed(emptyFeed, change(3))
  const early = { upTo: 2, head: 2, annotations: [anAnnotation(1), anAnnotation(2)] }
  expect(isBehind(advanceFeed(gap, { type: 'page', since: 0, page: early }))).toBe(true)
})

test('a page that comes after newer changes does not put back what is older', () => {
  const newer = [change(1), change(2, anAnnotation(1, 'newer'))].reduce(advanceFeed, emptyFeed)
  const late = { upTo: 1, head: 1, annotations: [anAnnotation(1, 'older')] }
  expect(bodies(advanceFeed(newer, { type: 'page', since: 0, page: late }))).toEqual(['newer'])
})

test('a first page of several leaves the feed behind', () => {
  const page = { upTo: 200, head: 201, annotations: [anAnnotation(1)] }
  expect(isBehind(advanceFeed(emptyFeed, { type: 'page', since: 0, page }))).toBe(true)
})

test('a server with an older feed makes the client start over', () => {
  const feed = advanceFeed(emptyFeed, change(1))
  const page = { upTo: 0, head: 0, annotations: [] }
  const over = advanceFeed(feed, { type: 'page', since: 1, page })
  expect(over).toEqual(emptyFeed)
})

test('whatever is lost, doubled or late, asking until nothing is behind gives the state of the server', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = randomFrom(seed)
    const log: Annotation[] = []
    let feed = emptyFeed
    const serverPage = (since: number) => {
      const upTo = Math.min(log.length, since + 3)
      const newest = new Map(log.map(annotation => [annotation.id, annotation]))
      const changed = new Set(log.slice(since, upTo).map(({ id }) => id))
      return { upTo, head: log.length, annotations: [...newest.values()].filter(({ id }) => changed.has(id)) }
    }
    const ask = () => advanceFeed(feed, { type: 'page', since: feed.upTo, page: serverPage(feed.upTo) })
    for (let step = 0; step < 40; step++) {
      log.push(anAnnotation(1 + Math.floor(random() * 6), `step ${step}`))
      const heard = log.length - Math.floor(random() * 3)
      const annotation = log[heard - 1]
      if (annotation && random() < 0.7) feed = advanceFeed(feed, { type: 'change', seq: heard, annotation })
      if (random() < 0.2) feed = ask()
    }
    feed = ask()
    for (let round = 0; isBehind(feed) && round < 100; round++) feed = ask()
    const server = new Map(log.map(annotation => [annotation.id, annotation.body]))
    const client = new Map([...feed.annotations].map(([id, { body }]) => [id, body]))
    expect(client, `seed ${seed}`).toEqual(server)
  }
})

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
