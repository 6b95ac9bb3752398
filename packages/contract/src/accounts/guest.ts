import { z } from 'zod'
import { CommandId } from '../kit/ids.js'
import { Pseudonym, Viewer } from './viewer.js'

/** As somebody types it; spaces, hyphens and case make no difference. See `domain/accounts/receipt-code`. */
export const ReceiptCode = z.string().trim().min(1).max(64)
export type ReceiptCode = z.infer<typeof ReceiptCode>

/** To take part without an account. Sent twice under one `commandId` it makes one guest. */
export const JoinAsGuestBody = z.object({ commandId: CommandId, pseudonym: Pseudonym })

/** The code is told here and never again: it is kept as a hash. Null for who was this guest already. */
export const JoinedAsGuest = z.object({ viewer: Viewer, receipt: ReceiptCode.nullable() })
export type JoinedAsGuest = z.infer<typeof JoinedAsGuest>

/** A new code in place of the one before, which leads nowhere from then on. */
export const RenewReceiptBody = z.object({ commandId: CommandId })
export const RenewedReceipt = z.object({ receipt: ReceiptCode })

export const ReceiptBody = z.object({ receipt: ReceiptCode })
