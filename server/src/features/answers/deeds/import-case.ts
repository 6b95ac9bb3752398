import type { Answer } from '@randnotiz/contract/answers/answer'
import { PointNumber } from '@randnotiz/contract/answers/piece'
import type { UnitId } from '@randnotiz/contract/answers/settings'
import { type AnnotationId, AnswerPublicationId, type UserId } from '@randnotiz/contract/kit/ids'
import { newId } from '../../../platform/mongo/ids.js'
import type { AnswerParts } from '../parts.js'
import { readCases } from '../read-cases.js'
import { freshPoint, type HistoryRecord, type WorkRecord } from '../storage/record.js'

/** What was done about a contribution before; moments are in ISO 8601. `publishedAt` null is not public yet. */
export type ImportedCase = {
  annotationId: AnnotationId
  unit: UnitId | null
  dueOn: string | null
  assigneeId: UserId | null
  /** Null for what is in review. */
  answer: Answer | null
  writtenBy: UserId
  writtenAt: string
  released: { by: UserId; at: string } | null
  publishedAt: string | null
}

/**
 * Takes over what was done about a contribution elsewhere or earlier, without telling anybody: whoever imports many has
 * them sent through the feed together. Done twice it is done once.
 */
export async function importCase(parts: AnswerParts, imported: ImportedCase): Promise<void> {
  const { annotationId, unit, dueOn, assigneeId, answer, publishedAt } = imported
  const { cases } = await readCases(parts, [annotationId])
  const record = cases.get(annotationId)?.record
  if (!record || record.version > 0) return
  const work = workOf(imported)
  const published = answer && publishedAt !== null ? { ...answer, publishedAt, members: [] } : null
  const point = { ...freshPoint(PointNumber.parse(1)), work, published, unit, dueOn, assigneeId }
  await parts.cases.change(record, { points: [point], deeds: deedsOf(imported) })
}

function workOf({ answer, writtenBy, writtenAt, released, publishedAt }: ImportedCase): WorkRecord {
  if (answer === null) return { state: 'inReview' }
  const written = { answer, edition: 1, writtenBy, writtenAt }
  if (released === null) return { state: 'drafted', ...written, returned: null }
  const { by: releasedBy, at: releasedAt } = released
  if (publishedAt === null) return { state: 'released', ...written, releasedBy, releasedAt }
  const publicationId = newId(AnswerPublicationId)
  return { state: 'published', ...written, releasedBy, releasedAt, publishedAt, publicationId }
}

function deedsOf({ answer, writtenBy, writtenAt, released, publishedAt }: ImportedCase): HistoryRecord[] {
  const number = PointNumber.parse(1)
  const taken: HistoryRecord = { at: writtenAt, by: writtenBy, number, deed: { kind: 'taken-up' } }
  if (answer === null) return [taken]
  const drafted: HistoryRecord = { at: writtenAt, by: writtenBy, number, deed: { kind: 'drafted', answer } }
  if (released === null) return [taken, drafted]
  const { by, at } = released
  const agreed: HistoryRecord = { at, by, number, deed: { kind: 'released' } }
  if (publishedAt === null) return [taken, drafted, agreed]
  const { outcome } = answer
  return [taken, drafted, agreed, { at: publishedAt, by, number, deed: { kind: 'published', outcome } }]
}
