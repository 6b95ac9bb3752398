import type { SignUpBody } from '@randnotiz/contract/accounts/endpoints'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { isPasswordStrongEnough } from '@randnotiz/domain/accounts/password'
import { isPseudonymReadable } from '@randnotiz/domain/accounts/pseudonym'
import type { z } from 'zod'
import type { EventBus } from '../../../platform/domain-events.js'
import type { CallContext } from '../../../platform/http/call-context.js'
import { languageIn } from '../../../platform/http/language.js'
import { createAccount } from '../account-creation.js'
import type { AccountStore } from '../account-store.js'
import type { Auth } from '../auth.js'
import type { Sessions } from '../sessions.js'

export type SignUpParts = { auth: Auth; accounts: AccountStore; sessions: Sessions; events: EventBus }
type Body = z.output<typeof SignUpBody>

/** Creates a citizen's account and signs it in. */
export async function signUp(parts: SignUpParts, body: Body, context: CallContext): Promise<Result<Viewer>> {
  const { email, pseudonym, password } = body
  if (!isPseudonymReadable(pseudonym)) return refuse('request/invalid', { field: 'pseudonym' })
  if (!isPasswordStrongEnough(password, [email, pseudonym]))
    return refuse('accounts/password-too-weak', { field: 'password' })
  const free = await stillFree(parts.accounts, body)
  if (!free.ok) return free
  try {
    const created = await createAccount(parts.auth, { email, pseudonym, password, role: 'participant' })
    if (created === 'exists') return refuse('accounts/email-taken', { field: 'email' })
  } catch (error) {
    // Somebody else was faster: the unique index refused what was free a moment ago.
    const taken = await stillFree(parts.accounts, body)
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

async function stillFree(accounts: AccountStore, { email, pseudonym }: Body): Promise<Result<null>> {
  if (await accounts.hasPseudonym(pseudonym))
    return refuse('accounts/pseudonym-taken', { field: 'pseudonym' })
  if (await accounts.hasEmail(email)) return refuse('accounts/email-taken', { field: 'email' })
  return accept(null)
}
