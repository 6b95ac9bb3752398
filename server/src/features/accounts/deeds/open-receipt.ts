import type { ReceiptBody } from '@randnotiz/contract/accounts/guest'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { z } from 'zod'
import type { CallContext } from '../../../platform/http/call-context.js'
import type { RateLimiter } from '../../../platform/limits/rate-limiter.js'
import type { GuestRecord, GuestStore } from '../guests/guest-store.js'
import type { Merges } from '../guests/merges.js'
import type { Receipts } from '../guests/receipts.js'
import type { Sessions } from '../sessions.js'

export type ReceiptParts = {
  guests: GuestStore
  receipts: Receipts
  sessions: Sessions
  merges: Merges
  limiter: RateLimiter
}
type Body = z.output<typeof ReceiptBody>

/** Goes on as the guest whose code this is. */
export async function openReceipt(
  parts: ReceiptParts,
  { receipt }: Body,
  context: CallContext,
): Promise<Result<Viewer>> {
  if (context.viewer.kind === 'account') return refuse('accounts/already-known')
  const found = await findByCode(parts, receipt, context)
  if (!found.ok) return found
  if (found.value.owner) return refuse('accounts/receipt-merged')
  const opened = await parts.sessions.openFor(found.value.id)
  context.setCookies(opened.cookies)
  return accept(opened.viewer)
}

/** Moves what the guest of this code has written into the account of this session. Done twice it is done once. */
export async function claimReceipt(
  parts: ReceiptParts,
  { receipt }: Body,
  context: CallContext,
): Promise<Result<null>> {
  const { viewer } = context
  if (viewer.kind !== 'account') return refuse('accounts/sign-in-required')
  const found = await findByCode(parts, receipt, context)
  if (!found.ok) return found
  const mine = await parts.merges.merge(found.value.id, viewer.id)
  return mine ? accept(null) : refuse('accounts/receipt-merged')
}

/** Whoever guesses has to wait; by network, since a guesser may have many sessions. */
async function findByCode(
  { guests, receipts, limiter }: ReceiptParts,
  receipt: string,
  { network }: CallContext,
): Promise<Result<GuestRecord>> {
  const retryAfter = await limiter.take('receipt', network)
  if (retryAfter > 0) return refuse('request/too-many', { retryAfter })
  const hash = receipts.hashOf(receipt)
  const guest = hash === null ? null : await guests.byReceipt(hash)
  return guest ? accept(guest) : refuse('accounts/receipt-unknown', { field: 'receipt' })
}
