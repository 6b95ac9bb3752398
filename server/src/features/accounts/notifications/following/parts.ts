import type { Followed, FollowSubject } from '@randnotiz/contract/accounts/following'
import type { UserId } from '@randnotiz/contract/kit/ids'
import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import type { RateLimiter } from '../../../../platform/limits/rate-limiter.js'
import type { NotifierParts } from '../notifier.js'
import type { FollowStore } from './follow-store.js'
import type { SubscriberStore } from './subscriber-store.js'

/** What can be followed, as a link shows it; null for what is not there. Known to features further right. */
export type NameSubject = (subject: FollowSubject) => Promise<{ slug: string; title: LocalizedText } | null>

/** What following is done with. */
export type FollowingParts = NotifierParts & {
  follows: FollowStore
  subscribers: SubscriberStore
  nameSubject: NameSubject
  limiter: RateLimiter
}

/** What a person follows; what is gone meanwhile is left out. */
export async function followedBy(
  { follows, nameSubject }: Pick<FollowingParts, 'follows' | 'nameSubject'>,
  personId: UserId,
): Promise<Followed[]> {
  const followed: Followed[] = []
  for (const { subject } of await follows.of(personId)) {
    const named = await nameSubject(subject)
    if (named) followed.push({ subject, ...named })
  }
  return followed
}
