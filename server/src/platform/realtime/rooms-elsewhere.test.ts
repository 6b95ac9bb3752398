import { expect, it } from 'vitest'
import { RoomsElsewhere, tellEveryMs } from './rooms-elsewhere.js'

it('adds up what other instances have said last, and forgets one that has gone silent', () => {
  let now = 0
  const rooms = new RoomsElsewhere(() => now)
  rooms.hear('a', { hall: 3 })
  rooms.hear('b', { hall: 4, desk: 1 })
  expect([rooms.sizeOf('hall'), rooms.sizeOf('desk'), rooms.sizeOf('constructor')]).toEqual([7, 1, 0])
  rooms.hear('b', { hall: 2 })
  expect([rooms.sizeOf('hall'), rooms.sizeOf('desk')]).toEqual([5, 0])
  now = 3 * tellEveryMs
  rooms.hear('b', { hall: 2 })
  now += 1
  expect(rooms.sizeOf('hall')).toBe(2)
})
