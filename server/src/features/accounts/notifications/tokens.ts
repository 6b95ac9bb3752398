import { UserId } from '@randnotiz/contract/kit/ids'
import { z } from 'zod'
import type { TokenSigner } from '../../../platform/signed-token.js'

const Confirmation = z.object({ p: UserId, a: z.email(), until: z.number() })
const Unsubscription = z.object({ p: UserId, k: z.array(z.enum(['replies', 'news'])).min(1) })

const weekMs = 7 * 24 * 60 * 60_000

export function confirmationToken(
  tokens: TokenSigner,
  { personId, address, now }: { personId: UserId; address: string; now: Date },
): string {
  return tokens.sign('confirm-address', { p: personId, a: address, until: now.getTime() + weekMs })
}

/** Null when it is not ours or too old. */
export function readConfirmation(
  tokens: TokenSigner,
  token: string,
  now: Date,
): { personId: UserId; address: string } | null {
  const read = tokens.read('confirm-address', Confirmation, token)
  return read !== null && now.getTime() < read.until ? { personId: read.p, address: read.a } : null
}

/** Never ages: a mail from last year must still be good to unsubscribe with. */
export function unsubscribeToken(
  tokens: TokenSigner,
  personId: UserId,
  kinds: ('replies' | 'news')[],
): string {
  return tokens.sign('unsubscribe', { p: personId, k: kinds })
}

export function readUnsubscription(tokens: TokenSigner, token: string) {
  const read = tokens.read('unsubscribe', Unsubscription, token)
  return read && { personId: read.p, kinds: read.k }
}
