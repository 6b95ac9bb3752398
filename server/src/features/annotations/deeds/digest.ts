import { createHash } from 'node:crypto'

/** What a command said, as a hash: two commands with one id must say the same. Takes validated payloads only. */
export function commandDigest(payload: object): string {
  return createHash('sha256').update(JSON.stringify(payload)).digest('hex')
}
