import { createHash } from 'node:crypto'
import { leadingZeroBits } from '@randnotiz/contract/kit/proof'
import { expect, test } from 'vitest'
import { solveChallenge } from './solve-challenge.js'

test('finds a number whose hash begins with enough zero bits', async () => {
  const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes)
  const proof = await solveChallenge({ challenge: 'a.b', bits: 10 }, digest)
  expect(proof).toMatch(/^a\.b:\d+$/)
  expect(leadingZeroBits(createHash('sha256').update(proof).digest())).toBeGreaterThanOrEqual(10)
})
