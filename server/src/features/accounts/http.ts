import {
  claimReceipt,
  eraseAccount,
  getViewer,
  joinAsGuest,
  openReceipt,
  renewReceipt,
  signIn,
  signOut,
  signUp,
} from '@randnotiz/contract/accounts/endpoints'
import { accept } from '@randnotiz/contract/kit/result'
import type { Mount } from '../../platform/http/endpoint-table.js'
import { type EraseParts, eraseAccount as eraseDeed } from './deeds/erase-account.js'
import { type JoinParts, joinAsGuest as joinDeed } from './deeds/join-as-guest.js'
import {
  claimReceipt as claimDeed,
  openReceipt as openDeed,
  type ReceiptParts,
} from './deeds/open-receipt.js'
import { type RenewParts, renewReceipt as renewDeed } from './deeds/renew-receipt.js'
import { type SignInParts, signIn as signInDeed } from './deeds/sign-in.js'
import { type SignOutParts, signOut as signOutDeed } from './deeds/sign-out.js'
import { type SignUpParts, signUp as signUpDeed } from './deeds/sign-up.js'

export type AccountDeedParts = SignInParts &
  SignUpParts &
  SignOutParts &
  EraseParts &
  JoinParts &
  ReceiptParts &
  RenewParts

export function mountAccounts(mount: Mount, parts: AccountDeedParts): void {
  mount(getViewer, async (_input, context) => {
    context.setCookies(await parts.sessions.prolong(context.headers))
    return accept(context.viewer)
  })
  mount(signIn, ({ body }, context) => signInDeed(parts, body, context), {
    limit: 'signIn',
    proof: 'never',
  })
  mount(signUp, ({ body }, context) => signUpDeed(parts, body, context), { limit: 'signUp' })
  mount(signOut, (_input, context) => signOutDeed(parts, context))
  mount(joinAsGuest, ({ body }, context) => joinDeed(parts, body, context), { limit: 'joinAsGuest' })
  mount(renewReceipt, ({ body }, context) => renewDeed(parts, body, context))
  mount(openReceipt, ({ body }, context) => openDeed(parts, body, context))
  mount(claimReceipt, ({ body }, context) => claimDeed(parts, body, context))
  mount(eraseAccount, ({ body }, context) => eraseDeed(parts, body, context), { limit: 'signIn' })
}
