import type { RenewedReceipt, RenewReceiptBody } from '@randnotiz/contract/accounts/guest'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { z } from 'zod'
import type { CallContext } from '../../../platform/http/call-context.js'
import type { GuestStore } from '../guests/guest-store.js'
import type { Receipts } from '../guests/receipts.js'

export type RenewParts = { guests: GuestStore; receipts: Receipts }

/** A new code for the guest of this session, who has lost theirs; the old one leads nowhere from then on. */
export async function renewReceipt(
  { guests, receipts }: RenewParts,
  { commandId }: z.output<typeof RenewReceiptBody>,
  { viewer }: Pick<CallContext, 'viewer'>,
): Promise<Result<z.output<typeof RenewedReceipt>>> {
  if (viewer.kind === 'anonymous') return refuse('accounts/sign-in-required')
  if (viewer.kind === 'account') return refuse('accounts/not-permitted')
  const receipt = receipts.codeFor(commandId)
  const hash = receipts.hashOf(receipt)
  if (hash === null || !(await guests.setReceipt(viewer.id, hash))) return refuse('accounts/receipt-merged')
  return accept({ receipt })
}
