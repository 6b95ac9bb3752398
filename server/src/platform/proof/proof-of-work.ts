import { createHash, randomUUID } from 'node:crypto'
import { type Challenge, leadingZeroBits } from '@randnotiz/contract/kit/proof'
import { type Connection, Schema } from 'mongoose'
import { z } from 'zod'
import type { Clock } from '../clock.js'
import { isDuplicateKey } from '../mongo/duplicate-key.js'
import type { Migration } from '../mongo/migrations.js'
import type { TokenSigner } from '../signed-token.js'
import { Demand } from './demand.js'

/** Challenges that were answered; forgotten when they would have run out anyway. */
const usedProof = new Schema(
  { _id: String, expiresAt: { type: Date, required: true } },
  { collection: 'usedProofs', versionKey: false, autoIndex: false },
)
usedProof.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

const usedProofModel = (connection: Connection) => connection.model('UsedProof', usedProof)

export const proofMigrations: Migration[] = [
  { id: '2026-02-06-proofs-indexes', run: connection => usedProofModel(connection).createIndexes() },
]

/**
 * Proofs of work for whoever has no account: see the contract's `kit/proof`. The server remembers nothing about a
 * challenge but its own signature, and which ones were answered; it gets harder for a network that asks for many.
 */
export type Proofs = {
  challenge(network: string): Challenge
  /** Whether this is an answer to a challenge of ours that nobody has used; it is used up with that. */
  accept(proof: string): Promise<boolean>
}

export type ProofsParts = { connection: Connection; tokens: TokenSigner; clock: Clock }

const validMs = 10 * 60_000
const purpose = 'proof-of-work'
const Token = z.object({ id: z.uuid(), bits: z.number().int(), until: z.number() })

/** `<challenge>:<number>`; the number has at most sixteen digits. */
const answer = /^([^:]{1,500}):(\d{1,16})$/

export function openProofs({ connection, tokens, clock }: ProofsParts): Proofs {
  const used = usedProofModel(connection)
  const now = () => clock.now().getTime()
  const demand = new Demand(now)
  return {
    challenge: network => {
      const bits = demand.bitsFor(network)
      const challenge = tokens.sign(purpose, { id: randomUUID(), bits, until: now() + validMs })
      return { challenge, bits }
    },
    accept: async proof => {
      const challenge = answer.exec(proof)?.[1]
      const token = challenge === undefined ? null : tokens.read(purpose, Token, challenge)
      if (token === null || token.until <= now()) return false
      if (leadingZeroBits(createHash('sha256').update(proof).digest()) < token.bits) return false
      try {
        await used.create({ _id: token.id, expiresAt: new Date(token.until) })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
  }
}
