import type { EraseAccountBody } from '@randnotiz/contract/accounts/endpoints'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { isStaff } from '@randnotiz/domain/accounts/permissions'
import type { z } from 'zod'
import type { CallContext } from '../../../platform/http/call-context.js'
import type { RateLimiter } from '../../../platform/limits/rate-limiter.js'
import type { AccountStore } from '../account-store.js'
import type { Erasures } from '../erasure/erasures.js'
import type { Sessions } from '../sessions.js'

export type EraseParts = {
  accounts: AccountStore
  erasures: Erasures
  sessions: Sessions
  limiter: RateLimiter
}

/** A person wants to be forgotten. Whoever has an account says their password: an open browser is not enough. */
export async function eraseAccount(
  parts: EraseParts,
  { password }: z.output<typeof EraseAccountBody>,
  context: CallContext,
): Promise<Result<null>> {
  const { viewer, headers } = context
  if (viewer.kind === 'anonymous') return refuse('accounts/sign-in-required')
  if (viewer.kind === 'account') {
    // Whoever works for the city has colleagues who see to it.
    if (isStaff(viewer.role)) return refuse('accounts/not-permitted')
    const email = await parts.accounts.emailOf(viewer.id)
    const retryAfter = await parts.limiter.take('signInToAccount', `${context.network} ${email ?? ''}`)
    if (retryAfter > 0) return refuse('request/too-many', { retryAfter })
    const opened = email === null ? null : await parts.sessions.open(email, password ?? '')
    if (opened === null) return refuse('accounts/wrong-credentials')
  }
  const cookies = await parts.sessions.close(headers)
  if (!(await parts.erasures.erase(viewer.id))) return refuse('accounts/not-permitted')
  context.setCookies(cookies)
  return accept(null)
}
