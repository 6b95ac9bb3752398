import { createHash } from 'node:crypto'
import { leadingZeroBits } from '@randnotiz/contract/kit/proof'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { solve } from '../../testing/solve-challenge.js'
import { openTestDatabase } from '../../testing/test-database.js'
import type { Database } from '../mongo/database.js'
import { createTokenSigner } from '../signed-token.js'
import { Demand } from './demand.js'
import { openProofs, type Proofs } from './proof-of-work.js'

let database: Database
let proofs: Proofs
let now = Date.parse('2026-05-01T09:00:00.000Z')
beforeAll(async () => {
  database = await openTestDatabase()
  proofs = open('a secret that nobody else knows at all')
})
afterAll(() => database.close())

const open = (secret: string) =>
  openProofs({
    connection: database.connection,
    tokens: createTokenSigner(secret),
    clock: { now: () => new Date(now) },
  })

describe('a proof of work', () => {
  it('counts once', async () => {
    const proof = solve(proofs.challenge('192.0.2.1'))
    expect(await proofs.accept(proof)).toBe(true)
    expect(await proofs.accept(proof)).toBe(false)
  })

  it('counts once among several that come at the same moment', async () => {
    const proof = solve(proofs.challenge('192.0.2.1'))
    const accepted = await Promise.all(Array.from({ length: 8 }, () => proofs.accept(proof)))
    expect(accepted.filter(Boolean)).toHaveLength(1)
  })

  it('is worth nothing without work, changed, from elsewhere, or too late', async () => {
    const { challenge, bits } = proofs.challenge('192.0.2.1')
    const solved = solve({ challenge, bits })
    const lazy = Array.from({ length: 50 }, (_, number) => `${challenge}:${number}`).find(
      proof => leadingZeroBits(createHash('sha256').update(proof).digest()) < bits,
    )
    for (const bad of ['', ':', 'x:1', `${challenge}:`, `${challenge}:-1`, `${solved}:1`, lazy ?? ''])
      expect(await proofs.accept(bad)).toBe(false)
    expect(await proofs.accept(solve(open('another secret, which is no use').challenge('a')))).toBe(false)
    now += 10 * 60_000
    expect(await proofs.accept(solved)).toBe(false)
  })
})

describe('the price', () => {
  it('is the same for a hall full of people, doubles for whoever asks for more, and falls again', () => {
    let time = 0
    const demand = new Demand(() => time)
    const prices = Array.from({ length: 1_700 }, () => demand.bitsFor('hall'))
    expect(new Set(prices.slice(0, 200))).toEqual(new Set([14]))
    expect([prices[300], prices[700], prices[1_650]]).toEqual([15, 16, 18])
    expect(demand.bitsFor('elsewhere')).toBe(14)
    time += 2 * 3_600_000
    expect(demand.bitsFor('hall')).toBe(14)
  })
})

describe('leading zero bits', () => {
  it('are counted over bytes', () => {
    expect([[0x80], [0x01], [0, 0x40], [0, 0]].map(bytes => leadingZeroBits(Uint8Array.from(bytes)))).toEqual(
      [0, 7, 9, 16],
    )
  })
})
