import { expect, it } from 'vitest'
import { offsetOf } from './clock-offset.js'

it('takes the offset from the fastest round trip', () => {
  const samples = [
    { sentAt: 1_000, receivedAt: 1_400, now: 6_350 },
    { sentAt: 2_000, receivedAt: 2_020, now: 7_010 },
    { sentAt: 3_000, receivedAt: 3_900, now: 8_000 },
  ]
  expect(offsetOf(samples)).toBe(5_000)
  expect(offsetOf([])).toBeNull()
})
