import type { SignInBody } from '@randnotiz/contract/accounts/endpoints'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { z } from 'zod'
import type { CallContext } from '../../../platform/http/call-context.js'
import type { RateLimiter } from '../../../platform/limits/rate-limiter.js'
import type { Merges } from '../guests/merges.js'
import type { Sessions } from '../sessions.js'

export type SignInParts = { sessions: Sessions; limiter: RateLimiter; merges: Merges }

/** An unknown address and a wrong password get the same answer after the same work. */
export async function signIn(
  { sessions, limiter, merges }: SignInParts,
  { email, password, guest }: z.output<typeof SignInBody>,
  context: CallContext,
): Promise<Result<Viewer>> {
  const retryAfter = await limiter.take('signInToAccount', `${context.network} ${email.toLowerCase()}`)
  if (retryAfter > 0) return refuse('request/too-many', { retryAfter })
  const opened = await sessions.open(email, password)
  if (opened === null) return refuse('accounts/wrong-credentials')
  context.setCookies(opened.cookies)
  const before = context.viewer
  if (before.kind === 'guest' && guest === 'take-along' && opened.viewer.kind === 'account')
    await merges.merge(before.id, opened.viewer.id)
  return accept(opened.viewer)
}
