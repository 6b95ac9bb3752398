import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { type Publication, published } from '@randnotiz/contract/annotations/publication'
import type { DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import { isStaff } from '@randnotiz/domain/accounts/permissions'
import { holdReasons } from '@randnotiz/domain/annotations/moderation/hold-rules'
import type { ModerationParts } from './parts.js'

type Parts = Pick<ModerationParts, 'publications' | 'settings' | 'processOf' | 'phasesOf' | 'clock'>

export type Arriving = { documentId: DocumentId; texts: readonly string[] }

/** Whether words become public at once, or are looked at first. */
export type JudgeArrival = (viewer: Viewer, arriving: Arriving) => Promise<Publication>

export function judgeArrival(parts: Parts): JudgeArrival {
  return async (viewer, arriving) => {
    if (viewer.kind === 'anonymous') return published
    if (viewer.kind === 'account' && isStaff(viewer.role)) return published
    const reasons = await reasonsToHold(parts, { authorId: viewer.id, ...arriving })
    return reasons.length === 0
      ? published
      : { state: 'held', since: parts.clock.now().toISOString(), reasons }
  }
}

type Judged = Arriving & { authorId: UserId }

/** For words that are not stored yet. */
export async function reasonsToHold(parts: Parts, { authorId, documentId, texts }: Judged) {
  const { publications, clock } = parts
  const processId = await parts.processOf(documentId)
  if (processId === null) return []
  const settings = await parts.settings.of(processId)
  const current = (await parts.phasesOf(processId))?.current ?? null
  const { rate, holdFirst } = settings
  const rateMs = (rate?.minutes ?? 0) * 60_000
  const since = new Date(clock.now().getTime() - rateMs)
  return holdReasons(
    {
      texts,
      phase: (current !== null && settings.phases[current]) || 'after',
      publishedBefore: holdFirst ? await publications.countPublishedBy(authorId) : 1,
      recent: rate === null ? 0 : (await publications.countBySince(authorId, since)) + 1,
    },
    settings,
  )
}
