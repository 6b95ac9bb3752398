/**
 * Sends what was submitted, one after the other, and tries again what got no answer: at once when the connection
 * comes back, otherwise after a pause that doubles up to a minute. It sends only what the person who is signed in
 * wrote; what somebody else left on this device stays there unsent.
 */
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { CommandId, UserId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { advance, type Contribution, type ContributionEvent } from './contribution.js'
import type { ContributionStore } from './contribution-store.js'

type Parts = {
  store: ContributionStore
  /** Who is signed in. */
  author: UserId
  /** Rejects when there was no answer. */
  send(contribution: Contribution): Promise<Result<Annotation>>
}

export type Outbox = {
  /** The connection is there: try everything that waits. */
  connected(): void
  stop(): void
}

export function startOutbox({ store, author, send }: Parts): Outbox {
  const inFlight = new Set<CommandId>()
  const timers = new Map<CommandId, ReturnType<typeof setTimeout>>()
  let stopped = false
  let queue = Promise.resolve()

  function step(commandId: CommandId, event: ContributionEvent) {
    const contribution = store.all().find(each => each.commandId === commandId)
    if (contribution) store.put(advance(contribution, event))
  }

  async function deliver(commandId: CommandId): Promise<void> {
    const contribution = store.all().find(each => each.commandId === commandId)
    if (stopped || contribution?.state.type !== 'sending') return void inFlight.delete(commandId)
    const result = await send(contribution).catch(() => null)
    inFlight.delete(commandId)
    step(commandId, result === null ? { type: 'unanswered' } : { type: 'answered', result })
  }

  function tryAgain(commandId: CommandId) {
    clearTimeout(timers.get(commandId))
    timers.delete(commandId)
    step(commandId, { type: 'tried-again' })
  }

  function look() {
    if (stopped) return
    for (const { commandId, author: writer, state } of store.all()) {
      if (writer !== author) continue
      if (state.type === 'sending' && !inFlight.has(commandId)) {
        inFlight.add(commandId)
        queue = queue.then(() => deliver(commandId))
      }
      if (state.type === 'waiting' && !timers.has(commandId))
        timers.set(commandId, setTimeout(tryAgain, pauseAfter(state), commandId))
    }
  }

  const unsubscribe = store.subscribe(look)
  look()
  return {
    connected() {
      const waiting = store.all().filter(each => each.state.type === 'waiting' && each.author === author)
      for (const { commandId, state } of waiting)
        if (state.type === 'waiting' && state.retryAfter === null) tryAgain(commandId)
    },
    stop() {
      stopped = true
      unsubscribe()
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

const longestPause = 60_000

function pauseAfter(state: Extract<Contribution['state'], { type: 'waiting' }>): number {
  if (state.retryAfter !== null) return state.retryAfter * 1_000
  return Math.min(longestPause, 1_000 * 2 ** state.attempt)
}
