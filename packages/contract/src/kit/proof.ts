import { z } from 'zod'
import { endpoint } from './endpoint.js'

/**
 * A proof of work instead of a puzzle: the browser of somebody without an account computes a little before it may send.
 * To solve a challenge means to find a number so that the SHA-256 of `<challenge>:<number>` begins with `bits` zero bits.
 * People do nothing and wait for a fraction of a second; whoever sends thousands pays for each. A challenge counts once
 * and for some minutes.
 */
export const Challenge = z.object({
  challenge: z.string().max(500),
  bits: z.number().int().min(1).max(30),
})
export type Challenge = z.infer<typeof Challenge>

/** The header that carries `<challenge>:<number>`. */
export const proofHeader = 'x-proof-of-work'

export const getChallenge = endpoint({
  name: 'getChallenge',
  method: 'GET',
  path: '/api/challenge',
  response: Challenge,
})

/** How many zero bits some bytes begin with. */
export function leadingZeroBits(bytes: Uint8Array): number {
  let bits = 0
  for (const byte of bytes) {
    if (byte === 0) {
      bits += 8
      continue
    }
    return bits + Math.clz32(byte) - 24
  }
  return bits
}
