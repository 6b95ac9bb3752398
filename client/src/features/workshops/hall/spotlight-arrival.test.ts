import { expect, it } from 'vitest'
import { arrivalOf } from './spotlight-arrival.js'

const free = { isBusy: false, staysPut: false }

it('shows a passage to whoever looks on, and leaves an invitation to a tap', () => {
  expect(arrivalOf('summon', free)).toBe('show')
  expect(arrivalOf('hold', free)).toBe('show')
  expect(arrivalOf('invite', free)).toBe('offer')
})

it('moves nobody who types, uses the keyboard, or has asked for a page that stays where it is', () => {
  for (const mode of ['summon', 'hold'] as const) {
    expect(arrivalOf(mode, { ...free, isBusy: true })).toBe('offer')
    expect(arrivalOf(mode, { ...free, staysPut: true })).toBe('offer')
  }
})
