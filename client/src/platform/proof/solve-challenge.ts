import { type Challenge, leadingZeroBits } from '@randnotiz/contract/kit/proof'

/** Hashes asked for together: each by itself would mostly wait for its turn. */
const batch = 256

/** Finds a number that solves a challenge; answers the proof. See the contract's `kit/proof`. */
export async function solveChallenge(
  { challenge, bits }: Challenge,
  digest: (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>,
): Promise<string> {
  const encoder = new TextEncoder()
  for (let first = 0; ; first += batch) {
    const proofs = Array.from({ length: batch }, (_, offset) => `${challenge}:${first + offset}`)
    const hashes = await Promise.all(proofs.map(proof => digest(encoder.encode(proof))))
    const found = hashes.findIndex(hash => leadingZeroBits(new Uint8Array(hash)) >= bits)
    if (found !== -1) return proofs[found] ?? ''
  }
}
