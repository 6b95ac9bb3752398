import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Clock } from './clock.js'
import { Member } from './member.js'
import { frameUpdate } from './protocol.js'
import type { Piece } from './tail.js'
import { Tier, type TierLimits } from './tier.js'
import type { Wire } from './wire.js'

/** A clock on which writing to a socket takes time, and which otherwise moves by hand. */
class CostlyClock implements Clock {
  #time = 0
  #interruption = 0
  readonly #due = new Set<{ at: number; task: () => void }>()
  now = () => this.#time
  soon = (task: () => void) => task()
  after = (ms: number, task: () => void) => {
    const due = { at: this.#time + ms, task }
    this.#due.add(due)
    return () => this.#due.delete(due)
  }
  spend(ms: number): void {
    this.#time += ms + this.#interruption
    this.#interruption = 0
  }
  /** The next write takes so much longer. */
  interrupt(ms: number): void {
    this.#interruption = ms
  }
  moveTo(time: number): void {
    for (;;) {
      const [next] = [...this.#due].filter(({ at }) => at <= time).sort((a, b) => a.at - b.at)
      if (!next) break
      this.#due.delete(next)
      this.#time = Math.max(this.#time, next.at)
      next.task()
    }
    this.#time = Math.max(this.#time, time)
  }
}

const sendMs = 0.01
const readers: TierLimits = { share: 0.2, waitMs: 30, queuedBytes: 1e6 }
const writers: TierLimits = { share: 0.08, waitMs: 8, queuedBytes: 1e6 }

/** One second in which somebody types a letter each 10 ms, to so many members of one tier. */
function typeForASecond(limits: TierLimits, members: number) {
  const clock = new CostlyClock()
  const arrivals: number[] = []
  const tier = new Tier(clock, limits, 0)
  for (let index = 0; index < members; index++) tier.join(memberOn(clock, index === 0 ? arrivals : []))
  for (const [index, piece] of keystrokes(100).entries()) {
    clock.moveTo(index * 10)
    tier.add([piece], null)
  }
  clock.moveTo(1_100)
  return { tier, arrivals }
}

function memberOn(clock: CostlyClock, arrivals: number[]): Member {
  const wire: Wire = {
    write: () => {
      clock.spend(sendMs)
      arrivals.push(clock.now())
    },
    congested: false,
    queuedBytes: 0,
    close: () => {},
  }
  const room = { since: () => ({ frame: [], position: 0 }), flowingPosition: () => 0, caughtUp: () => {} }
  const member = new Member(room, wire, { kind: 'reader' })
  member.answer({ frame: [], position: 0 }, 0)
  return member
}

function keystrokes(count: number): Piece[] {
  const doc = new Y.Doc()
  const pieces: Piece[] = []
  doc.on('update', (update: Uint8Array) =>
    pieces.push({ seq: pieces.length + 1, update, frame: frameUpdate(update) }),
  )
  for (let index = 0; index < count; index++) doc.getText('t').insert(index, 'x')
  return pieces
}

describe('a tier', () => {
  it('sends each keystroke at once to writers, and to readers as long as it can afford that', () => {
    expect(typeForASecond(writers, 20).arrivals).toHaveLength(100)
    expect(typeForASecond(readers, 200).arrivals).toHaveLength(100)
  })

  it('merges for many readers, and lets none of them wait longer than it may', () => {
    const { tier, arrivals } = typeForASecond(readers, 1_000)
    expect(arrivals.length).toBeLessThan(35)
    const pauses = arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? 0))
    expect(Math.max(...pauses)).toBeLessThanOrEqual(readers.waitMs + 1_000 * sendMs + 10)
    expect(tier.position).toBe(100)
  })

  it('does not take one interrupted round for the price of all', () => {
    const clock = new CostlyClock()
    const arrivals: number[] = []
    const tier = new Tier(clock, readers, 0)
    for (let index = 0; index < 200; index++) tier.join(memberOn(clock, index === 0 ? arrivals : []))
    const pieces = keystrokes(10)
    for (const [index, piece] of pieces.entries()) {
      clock.moveTo(index * 10)
      if (index === 8) clock.interrupt(9)
      tier.add([piece], null)
    }
    clock.moveTo(200)
    const [before = 0, after = 0] = arrivals.slice(-2)
    expect(after - before).toBeLessThan(20)
  })

  it('writes a thousand readers in rounds that do not fall together', () => {
    const clock = new CostlyClock()
    const arrivals: number[] = []
    const tier = new Tier(clock, readers, 0)
    for (let index = 0; index < 1_000; index++) tier.join(memberOn(clock, arrivals))
    for (const [index, piece] of keystrokes(100).entries()) {
      clock.moveTo(index * 10)
      tier.add([piece], null)
    }
    arrivals.length = 0
    const last = clock.now()
    clock.moveTo(last + readers.waitMs)
    expect(arrivals).toHaveLength(1_000)
    const busy = longestRun(arrivals, 2 * sendMs)
    expect(busy).toBeLessThan(1_000)
    expect(tier.position).toBe(100)
  })
})

/** How many arrivals follow one another without a pause. */
function longestRun(arrivals: readonly number[], pauseMs: number): number {
  let longest = 0
  let run = 0
  for (const [index, at] of arrivals.entries()) {
    run = at - (arrivals[index - 1] ?? at) > pauseMs ? 1 : run + 1
    longest = Math.max(longest, run)
  }
  return longest
}
