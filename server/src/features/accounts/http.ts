import { getViewer, signIn, signOut, signUp } from '@randnotiz/contract/accounts/endpoints'
import { accept } from '@randnotiz/contract/kit/result'
import type { Mount } from '../../platform/http/endpoint-table.js'
import { type SignInParts, signIn as signInDeed } from './deeds/sign-in.js'
import { type SignOutParts, signOut as signOutDeed } from './deeds/sign-out.js'
import { type SignUpParts, signUp as signUpDeed } from './deeds/sign-up.js'

export function mountAccounts(mount: Mount, parts: SignInParts & SignUpParts & SignOutParts): void {
  mount(getViewer, async (_input, context) => {
    context.setCookies(await parts.sessions.prolong(context.headers))
    return accept(context.viewer)
  })
  mount(signIn, ({ body }, context) => signInDeed(parts, body, context), { limit: 'signIn' })
  mount(signUp, ({ body }, context) => signUpDeed(parts, body, context), { limit: 'signUp' })
  mount(signOut, (_input, context) => signOutDeed(parts, context))
}
