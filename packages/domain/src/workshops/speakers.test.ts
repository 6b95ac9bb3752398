import { expect, it } from 'vitest'
import { shares, speaking, speakingOrder } from './speakers.js'
import { person } from './testing/a-session.js'

const at = (second: number) => new Date(Date.UTC(2026, 4, 4, 18, 0, second)).toISOString()
const turn = (n: number, from: number, to: number | null) => ({
  participantId: person(n),
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
})
const asks = (n: number, second: number) => ({ participantId: person(n), since: at(second) })
const now = new Date(at(50))

it('lets those speak first who have spoken less often, then those who asked earlier', () => {
  const turns = [turn(1, 0, 10), turn(2, 10, 12), turn(1, 12, 14)]
  const waiting = [asks(1, 15), asks(2, 16), asks(3, 17), asks(4, 18)]
  expect(speakingOrder({ waiting, turns }, now)).toEqual([3, 4, 2, 1].map(person))
})

it('adds up turns and time, and counts a running turn until now', () => {
  const had = shares([turn(1, 0, 10), turn(1, 40, null)], now)
  expect(had.get(person(1))).toEqual({ participantId: person(1), turns: 2, spokenMs: 20_000 })
})

it('knows who speaks', () => {
  expect(speaking({ waiting: [], turns: [turn(1, 0, 10)] })).toBeNull()
  expect(speaking({ waiting: [], turns: [turn(1, 0, 10), turn(2, 10, null)] })?.participantId).toBe(person(2))
})
