/**
 * Keeps a document's feed up to date: asks for what is missing at the start, at every reconnect and whenever a number
 * was skipped, and takes in what the server tells by itself. One question at a time; whoever is behind after the
 * answer asks again. A socket that is just opening is waited for; without one it asks by REST every half minute.
 */
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { FeedPage } from '@randnotiz/contract/annotations/change-feed'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { advanceFeed, type Feed, type FeedStep, isBehind } from './feed.js'

/** The ways to the server. A rejected promise is an outage and is asked again later. */
export type FeedSource = {
  /** Over the socket: what came after `since`, and news from then on. */
  follow(documentId: DocumentId, since: number): Promise<Result<FeedPage>>
  unfollow(documentId: DocumentId): void
  /** By REST: what came after `since`. */
  fetch(documentId: DocumentId, since: number): Promise<Result<FeedPage>>
  isConnected(): boolean
  onConnected(listener: () => void): () => void
  onChange(
    listener: (change: { documentId: DocumentId; seq: number; annotation: Annotation }) => void,
  ): () => void
}

export type FeedFollower = {
  feed(): Feed
  subscribe(listener: () => void): () => void
  stop(): void
}

type Start = { documentId: DocumentId; source: FeedSource; feed: Feed }

/** In milliseconds. */
const pauseWithoutSocket = 30_000
const patienceWithSocket = 5_000

/** While thousands arrive, listeners hear of so many at a time: they draw all of them anew each time. */
const toldAtOnce = 1_000

export function followFeed({ documentId, source, feed: known }: Start): FeedFollower {
  const listeners = new Set<() => void>()
  let feed = known
  let told = known.annotations
  let asking = false
  /** Something happened while a question was under way: its answer may be of another connection. */
  let askAgain = false
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function step(next: FeedStep) {
    feed = advanceFeed(feed, next)
  }

  function tell() {
    if (feed.annotations === told) return
    told = feed.annotations
    for (const listener of listeners) listener()
  }

  async function ask(): Promise<void> {
    if (stopped) return
    if (asking) {
      askAgain = true
      return
    }
    asking = true
    askAgain = false
    clearTimeout(timer)
    const since = feed.upTo
    const connected = source.isConnected()
    const answer = await (connected ? source.follow : source.fetch)(documentId, since).catch(() => null)
    asking = false
    if (stopped) return
    if (answer?.ok) step({ type: 'page', since, page: answer.value })
    // An answer that brings nothing on although something is missing would be asked for without end.
    const isStuck = isBehind(feed) && feed.upTo === since
    const goesOn = isBehind(feed) && !isStuck && answer?.ok === true
    if (!goesOn || feed.annotations.size - told.size >= toldAtOnce) tell()
    if (askAgain || goesOn) return ask()
    if (!answer?.ok || isStuck || !source.isConnected()) timer = setTimeout(ask, pauseWithoutSocket)
    // The socket came while the question went by REST: nobody has followed yet.
    else if (!connected) return ask()
  }

  const unsubscribe = [
    source.onConnected(() => void ask()),
    source.onChange(change => {
      if (change.documentId !== documentId) return
      step({ type: 'change', seq: change.seq, annotation: change.annotation })
      if (isBehind(feed)) void ask()
      else tell()
    }),
  ]
  if (source.isConnected()) void ask()
  else timer = setTimeout(ask, patienceWithSocket)

  return {
    feed: () => feed,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      for (const end of unsubscribe) end()
      source.unfollow(documentId)
    },
  }
}
