import type { DocumentLink } from '@randnotiz/contract/accounts/notices'
import type { PublicAnswer } from '@randnotiz/contract/answers/answer'
import type { AnnotationId, UserId } from '@randnotiz/contract/kit/ids'
import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import type { Contribution } from '../../annotations/index.js'
import { outcomeText } from '../outcome-texts.js'
import type { AnswerParts } from '../parts.js'
import type { PublicationRecord } from '../storage/publication-store.js'

const reasonLength = 2_000

/** Tells authors and supporters what became of contributions; once for each publication. */
export async function tellPeople(
  parts: AnswerParts,
  { _id, at }: PublicationRecord,
  ids: readonly AnnotationId[],
): Promise<void> {
  const contributions = await parts.desk.contributions(ids)
  const answers = await parts.readAnswers(ids)
  for (const [id, contribution] of contributions) {
    const answer = answers.get(id)
    const document = await parts.documents.linkOf(contribution.documentId)
    if (!answer || document === null || contribution.publication.state !== 'published') continue
    const fresh = answer.points.filter(({ publishedAt }) => publishedAt === at.toISOString())
    if (fresh.length === 0) continue
    const event = eventOf(contribution, document, fresh)
    const key = `answer:${_id}:${id}`
    await parts.tellPerson(contribution.authorId, key, { ...event, as: 'author' })
    for (const supporter of await supportersOf(parts, contribution))
      await parts.tellPerson(supporter, key, { ...event, as: 'supporter' })
  }
}

export async function supportersOf(
  { desk }: Pick<AnswerParts, 'desk'>,
  { id, authorId }: Contribution,
): Promise<UserId[]> {
  return (await desk.supportersOf(id)).filter(person => person !== authorId)
}

function eventOf({ id }: Contribution, document: DocumentLink, points: PublicAnswer['points']) {
  const outcomes = points.map(({ outcome }) => outcomeText(outcome))
  const outcome: LocalizedText = {
    de: [...new Set(outcomes.map(({ de }) => de))].join('; '),
    en: [...new Set(outcomes.map(({ en }) => en))].join('; '),
  }
  const reasons = [...new Set(points.map(({ reason }) => reason))]
  const reason = shortened(reasons.join('\n\n'))
  return { kind: 'outcome', document, annotationId: id, outcome, reason } as const
}

function shortened(text: string): string {
  return text.length <= reasonLength ? text : `${text.slice(0, reasonLength - 2).trimEnd()} …`
}
