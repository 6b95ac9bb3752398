import { z } from 'zod'
import { endpoint, Nothing } from '../kit/endpoint.js'
import { JoinAsGuestBody, JoinedAsGuest, ReceiptBody, RenewedReceipt, RenewReceiptBody } from './guest.js'
import { Pseudonym, Viewer } from './viewer.js'

export const getViewer = endpoint({ name: 'getViewer', method: 'GET', path: '/api/viewer', response: Viewer })

/** What becomes of the guest that this browser has been: their contributions go with them, or stay where they are. */
const guest = z.enum(['take-along', 'leave']).default('take-along')

export const SignInBody = z.object({
  email: z.email().max(254),
  password: z.string().min(1).max(256),
  guest,
})
export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/accounts/sign-in',
  body: SignInBody,
  response: Viewer,
})

/** A password is judged by the server too: at least ten characters. */
export const SignUpBody = z.object({
  email: z.email().max(254),
  pseudonym: Pseudonym,
  password: z.string().min(1).max(256),
  guest,
})
export const signUp = endpoint({
  name: 'signUp',
  method: 'POST',
  path: '/api/accounts/sign-up',
  body: SignUpBody,
  response: Viewer,
})

export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/api/accounts/sign-out',
  response: Nothing,
})

export const joinAsGuest = endpoint({
  name: 'joinAsGuest',
  method: 'POST',
  path: '/api/accounts/guests',
  body: JoinAsGuestBody,
  response: JoinedAsGuest,
})

/** For the guest of this session. */
export const renewReceipt = endpoint({
  name: 'renewReceipt',
  method: 'POST',
  path: '/api/accounts/receipts/renew',
  body: RenewReceiptBody,
  response: RenewedReceipt,
})

/** Goes on as the guest whose code this is, on any device. */
export const openReceipt = endpoint({
  name: 'openReceipt',
  method: 'POST',
  path: '/api/accounts/receipts/open',
  body: ReceiptBody,
  response: Viewer,
})

/** Moves what the guest of this code has written into the account of this session. */
export const claimReceipt = endpoint({
  name: 'claimReceipt',
  method: 'POST',
  path: '/api/accounts/receipts/claim',
  body: ReceiptBody,
  response: Nothing,
})

/** A guest has no password; whoever has an account says theirs once more. */
export const EraseAccountBody = z.object({ password: z.string().max(256).nullable() })

/** Forgets the person of this session, with everything of theirs. Nothing leads back. Not for people of the city. */
export const eraseAccount = endpoint({
  name: 'eraseAccount',
  method: 'POST',
  path: '/api/accounts/erasure',
  body: EraseAccountBody,
  response: Nothing,
})
