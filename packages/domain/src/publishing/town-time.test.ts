import { expect, it } from 'vitest'
import { momentOfTownTime, townTimeOf } from './town-time.js'

it.each([
  ['2026-01-15T00:00', '2026-01-14T23:00:00.000Z'],
  ['2026-07-15T00:00', '2026-07-14T22:00:00.000Z'],
  // An hour before and after the clocks are changed.
  ['2026-03-29T01:30', '2026-03-29T00:30:00.000Z'],
  ['2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T01:30', '2026-10-24T23:30:00.000Z'],
  ['2026-10-25T03:30', '2026-10-25T02:30:00.000Z'],
])('%s in the town is %s', (time, moment) => {
  expect(momentOfTownTime(time)).toBe(moment)
  expect(townTimeOf(moment)).toBe(time)
})

it('takes a time that the clocks leave out for one hour later', () => {
  expect(townTimeOf(momentOfTownTime('2026-03-29T02:30') ?? '')).toBe('2026-03-29T03:30')
})

it.each(['', '2026-01-15', '2026-13-01T00:00', 'morgen', '2026-01-15T25:00'])('%j is no time', time => {
  expect(momentOfTownTime(time)).toBeNull()
})
