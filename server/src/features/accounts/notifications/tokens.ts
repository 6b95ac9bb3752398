import { FollowByMail } from '@randnotiz/contract/accounts/following'
import { UserId } from '@randnotiz/contract/kit/ids'
import { z } from 'zod'
import type { TokenSigner } from '../../../platform/signed-token.js'

const Confirmation = z.object({ p: UserId, a: z.email(), until: z.number() })
const Unsubscription = z.object({
  p: UserId,
  k: z.array(z.enum(['replies', 'news'])).min(1),
  /** Of nobody but an address. */
  s: z.literal(true).optional(),
})

const Following = FollowByMail.extend({ until: z.number() })
const Managing = z.object({ p: UserId })

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
  { _id, subscriber }: { _id: UserId; subscriber: boolean },
  kinds: ('replies' | 'news')[],
): string {
  return tokens.sign('unsubscribe', { p: _id, k: kinds, ...(subscriber ? { s: true } : {}) })
}

export function readUnsubscription(tokens: TokenSigner, token: string) {
  const read = tokens.read('unsubscribe', Unsubscription, token)
  return read && { personId: read.p, kinds: read.k, subscriber: read.s === true }
}

/** Everything somebody who wants to follow has said; it is kept nowhere else before they confirm. */
export function followingToken(tokens: TokenSigner, wish: FollowByMail, now: Date): string {
  return tokens.sign('confirm-following', { ...wish, until: now.getTime() + weekMs })
}

export function readFollowing(tokens: TokenSigner, token: string, now: Date): FollowByMail | null {
  const read = tokens.read('confirm-following', Following, token)
  return read !== null && now.getTime() < read.until ? read : null
}

/** Opens what an address follows. Never ages, as the mails that carry it do not. */
export function manageToken(tokens: TokenSigner, subscriberId: UserId): string {
  return tokens.sign('manage-following', { p: subscriberId })
}

export function readManaging(tokens: TokenSigner, token: string): UserId | null {
  return tokens.read('manage-following', Managing, token)?.p ?? null
}
