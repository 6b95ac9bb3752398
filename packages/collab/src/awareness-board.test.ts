import { beforeEach, describe, expect, it } from 'vitest'
import type { Granted } from './access.js'
import { AwarenessBoard } from './awareness-board.js'
import { type AwarenessEntry, decodeAwareness, encodeAwareness } from './awareness-entry.js'
import { defaultLimits } from './limits.js'
import { Member } from './member.js'
import { HandWire } from './testing/hand-wire.js'
import { createManualClock, type ManualClock } from './testing/manual-clock.js'

const nowhere = { since: () => ({ frame: [], position: 0 }), flowingPosition: () => 0, caughtUp: () => {} }
const memberOf = (access: Partial<Granted> = {}) =>
  new Member(nowhere, new HandWire(), { kind: 'writer', ...access })
const entry = (clientId: number, clock: number, state: unknown = { at: clock }): AwarenessEntry => ({
  clientId,
  clock,
  state: JSON.stringify(state),
})

describe('the board of carets', () => {
  let clock: ManualClock
  let board: AwarenessBoard
  let shown: AwarenessEntry[][]
  const [ada, bo] = [memberOf({ userId: 'ada', name: 'Ada' }), memberOf({ userId: 'bo' })]
  beforeEach(() => {
    clock = createManualClock()
    shown = []
    board = new AwarenessBoard(clock, defaultLimits, {
      show: (kind, payload) => {
        if (kind === 'writer') shown.push(decodeAwareness(payload))
      },
      publish: () => {},
    })
  })
  const say = (member: Member, ...entries: AwarenessEntry[]) =>
    board.receive(member, encodeAwareness(entries))
  const present = () => decodeAwareness(board.all() ?? Uint8Array.of(0)).map(({ clientId }) => clientId)

  it('passes many moves on as one', () => {
    for (let at = 1; at <= 10; at++) say(bo, entry(2, at))
    clock.advance(1_000)
    expect(shown).toEqual([[entry(2, 10)]])
  })

  it('puts the name of the authoriser on a caret', () => {
    say(ada, entry(1, 1, { user: { name: 'The mayor' }, at: 3 }))
    expect(JSON.parse(decodeAwareness(board.all() ?? new Uint8Array())[0]?.state ?? '')).toEqual({
      at: 3,
      user: { id: 'ada', name: 'Ada' },
    })
  })

  it('lets nobody move or remove the caret of another one', () => {
    say(ada, entry(1, 1))
    say(bo, entry(1, 5, { at: 'elsewhere' }), entry(1, 6, null))
    clock.advance(1_000)
    expect(shown.flat().map(each => each.clock)).toEqual([1])
    expect(present()).toEqual([1])
  })

  it('does not take an echo for news after its owner has left', () => {
    say(ada, entry(1, 7))
    board.leave(ada)
    say(bo, entry(1, 7))
    expect(present()).toEqual([])
    clock.advance(30_000)
    board.sweep()
    say(bo, entry(1, 7))
    expect(present()).toEqual([])
  })

  it('lets a user who returns take over from the connection that is not known to be dead', () => {
    say(ada, entry(1, 1))
    const again = memberOf({ userId: 'ada' })
    say(again, entry(1, 2))
    board.leave(ada)
    expect(present()).toEqual([1])
  })

  it('keeps states within bounds', () => {
    say(bo, entry(2, 1, { text: 'x'.repeat(5_000) }))
    say(bo, ...[3, 4, 5, 6, 7, 8].map(id => entry(id, 1)))
    expect(present()).toEqual([3, 4, 5, 6])
    expect(() => board.receive(bo, Uint8Array.of(3, 1))).toThrow()
  })

  it('forgets members of other servers that have fallen silent', () => {
    board.receiveFromElsewhere(encodeAwareness([entry(9, 1)]))
    expect(present()).toEqual([9])
    clock.advance(46_000)
    board.sweep()
    expect(present()).toEqual([])
  })
})
