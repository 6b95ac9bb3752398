import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { manageToken, readFollowing } from '../../tokens.js'
import type { FollowingParts } from '../parts.js'

/** Whoever holds the token owns the address. Done twice it is done once. */
export async function confirmFollowing(
  parts: FollowingParts,
  token: string,
): Promise<Result<{ manage: string }>> {
  const now = parts.clock.now()
  const wish = readFollowing(parts.tokens, token, now)
  if (wish === null || (await parts.nameSubject(wish.subject)) === null)
    return refuse('accounts/token-invalid')
  const { email: address, language, cadence: news, subject } = wish
  const id = await parts.subscribers.admit(address, now)
  await parts.contacts.admit(id, { address, language, news, at: now })
  await parts.follows.add(id, subject, now)
  return accept({ manage: manageToken(parts.tokens, id) })
}
