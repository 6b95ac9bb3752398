import type { Author } from '@randnotiz/contract/annotations/annotation'
import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import type { OpenAnnotation, OpenAnswer } from '@randnotiz/contract/annotations/exchange/open-data'
import type { Source } from '@randnotiz/contract/annotations/source'
import type { Slug } from '@randnotiz/contract/kit/ids'
import { excerptOf } from '../../answers/excerpt.js'
import { type CodePoints, toCodePoints } from './code-points.js'
import type { PublicContribution } from './public-contribution.js'

export type OpenPlaceContext = {
  base: string
  slug: Slug
  /** Of the newest text, of which the contribution's range speaks. */
  codePoints: CodePoints
}

/** Whether something is the word of the office, here or where it came from. */
export const isOfficial = ({ author, source }: { author: Author; source: Source | null }): boolean =>
  source === null ? author.staff : source.official

/** A contribution for programs: nobody's name is in it. */
export function openAnnotation(annotation: PublicContribution, context: OpenPlaceContext): OpenAnnotation {
  const { id, kind, body, reason, instead, replacement, proposal, target, resolution, source, support } =
    annotation
  const { base, slug, codePoints } = context
  const isAttached = resolution.status === 'exact' || resolution.status === 'changed'
  return {
    id,
    document: slug,
    kind,
    body,
    reason,
    instead,
    replacement,
    acceptance: proposal?.status === 'accepted' ? proposal.acceptance : null,
    quote: target.kind === 'passage' ? target.quote : null,
    status: resolution.status,
    place: isAttached
      ? {
          start: toCodePoints(codePoints, resolution.range.start),
          end: toCodePoints(codePoints, resolution.range.end),
        }
      : null,
    createdAt: annotation.createdAt,
    editedAt: annotation.editedAt,
    official: isOfficial(annotation),
    takenFrom: source?.system ?? null,
    support: support.kind === 'shown' ? support.count : null,
    page: `${base}${openAddress.reader(slug)}#anmerkung-${id}`,
    replies: annotation.replies.map(reply => ({
      id: reply.id,
      body: reply.body,
      createdAt: reply.createdAt,
      official: isOfficial(reply),
    })),
    answers: openAnswers(annotation),
    openPoints: annotation.answer?.open ?? null,
  }
}

/** What the city has said to it, point by point. */
export function openAnswers(annotation: PublicContribution): OpenAnswer[] {
  const points = annotation.answer?.points ?? []
  return points.map(({ number, pieces, outcome, reason, change, publishedAt, together }) => ({
    point: number,
    words: excerptOf(annotation, pieces) ?? [],
    outcome: outcome.kind,
    forwardedTo: outcome.kind === 'forwarded' ? outcome.to : null,
    reason,
    change: change && {
      before: change.before,
      after: change.after,
      release: change.kind === 'passage' ? change.release : null,
    },
    publishedAt,
    together,
  }))
}
