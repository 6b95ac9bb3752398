import { createHash } from 'node:crypto'

/** Of a secret that is long and random already, so that a plain hash is enough to store. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
