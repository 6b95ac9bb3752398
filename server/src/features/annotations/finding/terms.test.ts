import { expect, it } from 'vitest'
import { termsOf } from './terms.js'

const meet = (one: string, other: string) => termsOf(one).some(term => termsOf(other).includes(term))

it.each([
  ['Bänke', 'Bank'],
  ['Häuser', 'Haeuser'],
  ['Straße', 'strasse'],
  ['Wegen', 'Wege'],
  ['benches', 'bench'],
  ['cycling', 'cycle'],
])('lets %s and %s meet', (one, other) => {
  expect(meet(one, other)).toBe(true)
})

it('keeps different words apart', () => {
  expect(meet('Bank', 'Band')).toBe(false)
  expect(meet('Rathaus', 'Parkhaus')).toBe(false)
})
