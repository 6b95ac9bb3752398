import { createHash } from 'node:crypto'
import { type Challenge, getChallenge, leadingZeroBits, proofHeader } from '@randnotiz/contract/kit/proof'
import { callEndpoint } from './call-endpoint.js'

/** What the browser of somebody without an account computes. */
export function solve({ challenge, bits }: Challenge): string {
  for (let number = 0; ; number++) {
    const proof = `${challenge}:${number}`
    if (leadingZeroBits(createHash('sha256').update(proof).digest()) >= bits) return proof
  }
}

/** The header with a fresh proof of work. */
export async function proveWork(url: string): Promise<Record<string, string>> {
  const challenge = await callEndpoint(url, getChallenge)
  if (!challenge.ok) throw new Error(challenge.refusal.code)
  return { [proofHeader]: solve(challenge.value) }
}
