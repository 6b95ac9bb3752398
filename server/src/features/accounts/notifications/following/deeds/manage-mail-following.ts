import type { FollowCadence, FollowSubject, MailFollowing } from '@randnotiz/contract/accounts/following'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { readManaging } from '../../tokens.js'
import { type FollowingParts, followedBy } from '../parts.js'

/** What an address follows, for whoever holds a link of one of its mails. */
export async function getMailFollowing(parts: FollowingParts, token: string): Promise<Result<MailFollowing>> {
  const id = readManaging(parts.tokens, token)
  const address = id && (await parts.subscribers.addressOf(id))
  if (id === null || address === null) return refuse('accounts/token-invalid')
  const { news: cadence, language } = await parts.contacts.of(id)
  return accept({ address, cadence, language, followed: await followedBy(parts, id) })
}

type Change = { token: string; cadence: FollowCadence; language: Language; keep: readonly FollowSubject[] }

export async function changeMailFollowing(
  parts: FollowingParts,
  { token, cadence, language, keep }: Change,
): Promise<Result<MailFollowing>> {
  const before = await getMailFollowing(parts, token)
  const id = readManaging(parts.tokens, token)
  if (!before.ok || id === null) return before
  for (const { subject } of before.value.followed)
    if (!keep.some(({ kind, id: kept }) => kind === subject.kind && kept === subject.id))
      await parts.follows.remove(id, subject)
  if (cadence !== before.value.cadence) await startDigestsAfresh(parts, id)
  await parts.contacts.choose(id, { news: cadence, language })
  return getMailFollowing(parts, token)
}

/** What was mailed at once, or in the other digest, does not come once more. */
async function startDigestsAfresh({ contacts, notices }: FollowingParts, id: UserId): Promise<void> {
  const head = await notices.head(id)
  for (const cadence of ['daily', 'weekly'] as const) await contacts.digested(id, cadence, head)
}

/** Forgets an address and everything about it; the follows go first, so that no mail goes out meanwhile. */
export async function forgetSubscriber(parts: FollowingParts, id: UserId): Promise<void> {
  await parts.follows.removeAll(id)
  await parts.contacts.remove(id)
  await parts.notices.removeAll(id)
  await parts.subscribers.remove(id)
}

export async function endMailFollowing(parts: FollowingParts, token: string): Promise<Result<null>> {
  const id = readManaging(parts.tokens, token)
  if (id === null) return refuse('accounts/token-invalid')
  await forgetSubscriber(parts, id)
  return accept(null)
}
