import type { SignUpBody } from '@randnotiz/contract/accounts/endpoints'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { isPasswordStrongEnough } from '@randnotiz/domain/accounts/password'
import type { z } from 'zod'
import type { EventBus } from '../../../platform/domain-events.js'
import type { CallContext } from '../../../platform/http/call-context.js'
import { languageIn } from '../../../platform/http/language.js'
import { createAccount, setPassword } from '../account-creation.js'
import type { AccountStore } from '../account-store.js'
import type { Auth } from '../auth.js'
import type { GuestStore } from '../guests/guest-store.js'
import { judgePseudonym } from '../judge-pseudonym.js'
import type { Sessions } from '../sessions.js'

export type SignUpParts = {
  auth: Auth
  accounts: AccountStore
  guests: GuestStore
  sessions: Sessions
  events: EventBus
}
type Body = z.output<typeof SignUpBody>

/** Creates a citizen's account and signs it in. A guest becomes that account, unless they want to leave the guest behind. */
export async function signUp(parts: SignUpParts, body: Body, context: CallContext): Promise<Result<Viewer>> {
  const { email, pseudonym, password } = body
  const own = body.guest === 'take-along' && context.viewer.kind === 'guest' ? context.viewer.id : null
  const judged = await judgePseudonym(parts.accounts, { pseudonym, own })
  if (!judged.ok && judged.refusal.code !== 'accounts/pseudonym-taken') return judged
  if (!isPasswordStrongEnough(password, [email, pseudonym]))
    return refuse('accounts/password-too-weak', { field: 'password' })
  if (!judged.ok) return judged
  if (await parts.accounts.hasEmail(email)) return refuse('accounts/email-taken', { field: 'email' })
  try {
    if ((await create(parts, body, own)) === 'exists')
      return refuse('accounts/email-taken', { field: 'email' })
  } catch (error) {
    // Somebody else was faster: the unique index refused what was free a moment ago.
    if (await parts.accounts.hasEmail(email)) return refuse('accounts/email-taken', { field: 'email' })
    const taken = await judgePseudonym(parts.accounts, { pseudonym, own })
    if (!taken.ok) return taken
    throw error
  }
  const opened = await parts.sessions.open(email, password)
  if (opened === null) throw new Error('a new account could not be signed in')
  context.setCookies(opened.cookies)
  if (opened.viewer.kind === 'account')
    parts.events.emit('accounts/signed-up', {
      userId: opened.viewer.id,
      language: languageIn(context.headers),
    })
  return accept(opened.viewer)
}

async function create(parts: SignUpParts, body: Body, own: UserId | null): Promise<'created' | 'exists'> {
  const { email, pseudonym, password } = body
  if (own === null) return createAccount(parts.auth, { email, pseudonym, password, role: 'participant' })
  // The password first: a guest with a password and no address is still a guest, and the next attempt replaces it.
  await setPassword(parts.auth, own, password)
  if (!(await parts.guests.becomeAccount(own, { email, pseudonym }))) return 'exists'
  parts.events.emit('accounts/role-changed', { userId: own })
  return 'created'
}
