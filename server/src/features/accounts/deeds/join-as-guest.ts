import type { JoinAsGuestBody, JoinedAsGuest } from '@randnotiz/contract/accounts/guest'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { z } from 'zod'
import type { CallContext } from '../../../platform/http/call-context.js'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import type { AccountStore } from '../account-store.js'
import type { Auth } from '../auth.js'
import { createGuest } from '../guests/guest-creation.js'
import type { GuestRecord, GuestStore } from '../guests/guest-store.js'
import type { Receipts } from '../guests/receipts.js'
import { judgePseudonym } from '../judge-pseudonym.js'
import type { Sessions } from '../sessions.js'

export type JoinParts = {
  auth: Auth
  accounts: AccountStore
  guests: GuestStore
  receipts: Receipts
  sessions: Sessions
}
type Body = z.output<typeof JoinAsGuestBody>

/**
 * Somebody takes part without an account, under a name of their choice. The same command after a lost answer finds the
 * guest that it has made.
 */
export async function joinAsGuest(
  parts: JoinParts,
  body: Body,
  context: CallContext,
): Promise<Result<JoinedAsGuest>> {
  const { viewer } = context
  if (viewer.kind === 'guest' && viewer.pseudonym === body.pseudonym) return accept({ viewer, receipt: null })
  if (viewer.kind !== 'anonymous') return refuse('accounts/already-known')
  const earlier = await madeBefore(parts, body)
  if (earlier) return enter(parts, earlier, { body, context })
  const judged = await judgePseudonym(parts.accounts, { pseudonym: body.pseudonym, own: null })
  if (judged.ok) await create(parts, body)
  // The same command may have come twice at once: then the name is taken by the guest that it has made.
  const guest = await madeBefore(parts, body)
  if (guest) return enter(parts, guest, { body, context })
  return judged.ok ? refuse('accounts/pseudonym-taken', { field: 'pseudonym' }) : judged
}

const madeBefore = ({ guests, receipts }: JoinParts, { commandId }: Body) =>
  guests.byJoinKey(receipts.joinKeyOf(commandId))

/** Leaves it to the unique indexes who is first. */
async function create({ auth, receipts }: JoinParts, { commandId, pseudonym }: Body): Promise<void> {
  const receiptHash = receipts.hashOf(receipts.codeFor(commandId))
  if (receiptHash === null) throw new Error('a receipt that cannot be read')
  try {
    await createGuest(auth, { pseudonym, receiptHash, joinKey: receipts.joinKeyOf(commandId) })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

type Entering = { body: Body; context: CallContext }

async function enter(
  { sessions, receipts }: JoinParts,
  guest: GuestRecord,
  { body, context }: Entering,
): Promise<Result<JoinedAsGuest>> {
  if (guest.owner) return refuse('accounts/receipt-merged')
  const opened = await sessions.openFor(guest.id)
  context.setCookies(opened.cookies)
  return accept({ viewer: opened.viewer, receipt: receipts.codeFor(body.commandId) })
}
