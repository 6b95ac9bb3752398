import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Clock } from './clock.js'
import { FanOut, type Tier } from './fan-out.js'
import { Member } from './member.js'
import { frameUpdate } from './protocol.js'
import type { Piece } from './tail.js'
import type { Wire } from './wire.js'

/** A clock on which writing to a socket takes time, and which otherwise moves by hand. */
class CostlyClock implements Clock {
  #time = 0
  #due: { at: number; task: () => void } | null = null
  now = () => this.#time
  soon = (task: () => void) => task()
  after = (ms: number, task: () => void) => {
    this.#due = { at: this.#time + ms, task }
    return () => {
      this.#due = null
    }
  }
  spend(ms: number): void {
    this.#time += ms
  }
  moveTo(time: number): void {
    const due = this.#due
    if (due && due.at <= time) {
      this.#due = null
      this.#time = Math.max(this.#time, due.at)
      due.task()
    }
    this.#time = Math.max(this.#time, time)
  }
}

const sendMs = 0.01
const readers: Tier = { share: 0.04, waitMs: 50, queuedBytes: 1e6 }
const writers: Tier = { share: 0.08, waitMs: 8, queuedBytes: 1e6 }

/** One second in which somebody types a letter each 10 ms, to so many members of one tier. */
function typeForASecond(tier: Tier, members: number) {
  const clock = new CostlyClock()
  const arrivals: number[] = []
  const fanOut = new FanOut(clock, tier, 0)
  for (let index = 0; index < members; index++)
    fanOut.members.add(memberOn(clock, index === 0 ? arrivals : []))
  for (const [index, piece] of keystrokes(100).entries()) {
    clock.moveTo(index * 10)
    fanOut.add([piece], null)
  }
  clock.moveTo(1_100)
  return { fanOut, arrivals }
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

describe('fan-out', () => {
  it('sends each keystroke at once to writers, and to a few readers', () => {
    expect(typeForASecond(writers, 20).arrivals).toHaveLength(100)
    expect(typeForASecond(readers, 20).arrivals).toHaveLength(100)
  })

  it('merges for many readers, and lets none of them wait longer than it may', () => {
    const { fanOut, arrivals } = typeForASecond(readers, 200)
    expect(arrivals.length).toBeLessThan(30)
    const pauses = arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? 0))
    expect(Math.max(...pauses)).toBeLessThanOrEqual(readers.waitMs + 200 * sendMs + 10)
    expect(fanOut.position).toBe(100)
  })
})
