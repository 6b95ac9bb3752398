import type { FollowSubject } from '@randnotiz/contract/accounts/following'
import type { NoticeEvent } from '@randnotiz/contract/accounts/notices'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { tell } from '../notifier.js'
import type { FollowingParts } from './parts.js'

/** Followers read from the database at a time. */
const portion = 500

export type Tidings = {
  /** Whoever follows one of them is told, and whoever follows several once. */
  subjects: readonly FollowSubject[]
  /** Names the event: told again under the same key nobody hears it twice. */
  key: string
  event: NoticeEvent
  /** When it happened. Whoever began to follow later is not told. */
  at: Date
}

/** Tells everybody who follows. Durable when it resolves; after a crash it can be done again from the beginning. */
export async function tellFollowers(
  parts: FollowingParts,
  { subjects, key, event, at }: Tidings,
): Promise<void> {
  let behind: UserId | null = null
  for (;;) {
    const people: UserId[] = await parts.follows.portion(subjects, { at, behind, limit: portion })
    for (const personId of people) await tell(parts, { personId, key, event })
    const last = people.at(-1)
    if (last === undefined) return
    behind = last
  }
}
