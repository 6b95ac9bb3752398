/**
 * Answers become public in one go. What is to be published is written down first; then each case is written once, if it
 * still is what was seen; then everybody's lists change; then whoever is concerned is told. Every step can be repeated
 * and the mark `unfinished` goes last, so that nobody's answer becomes public without their being told.
 */
import type { PointName } from '@randnotiz/contract/answers/case'
import type { AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import { announceDesk } from '../announce-desk.js'
import type { AnswerParts } from '../parts.js'
import { readCases } from '../read-cases.js'
import type { PublicationRecord } from '../storage/publication-store.js'
import type { CaseSummary, PointRecord } from '../storage/record.js'
import { tellPeople } from './tell-people.js'

/** Publishes what can still be published. Answers the points that this publication has published, when all read them. */
export async function publishAll(parts: AnswerParts, publication: PublicationRecord): Promise<PointName[]> {
  const standing = await readCases(
    parts,
    publication.points.map(({ annotationId }) => annotationId),
  )
  for (const { record } of standing.cases.values()) await publishCase(parts, publication, record)
  const published = await publishedBy(parts, publication)
  await parts.desk.announceAnew(contributionsOf(published))
  announceDesk(
    parts,
    published.map(({ record }) => record),
  )
  return published.map(({ record, point }) => ({ annotationId: record._id, number: point.number }))
}

/** Tells people and the other features; then nothing is left to be done. */
export async function finishPublication(parts: AnswerParts, publication: PublicationRecord): Promise<void> {
  const published = await publishedBy(parts, publication)
  const ids = contributionsOf(published)
  await tellPeople(parts, publication, ids)
  const { _id: publicationId, processId, at } = publication
  for (const [documentId, annotationIds] of await byDocument(parts, ids))
    parts.events.emit('answers/published', {
      publicationId,
      processId,
      documentId,
      annotationIds,
      at: at.toISOString(),
    })
  await parts.publications.finish(publicationId)
}

type Published = { record: CaseSummary; point: PointRecord }

async function publishCase(
  parts: AnswerParts,
  { _id: publicationId, at, personId, points: wanted }: PublicationRecord,
  record: CaseSummary,
): Promise<void> {
  const seen = wanted.filter(
    ({ annotationId, version }) => annotationId === record._id && version === record.version,
  )
  const publishedAt = at.toISOString()
  const deeds: Parameters<AnswerParts['cases']['change']>[1]['deeds'] = []
  const points = record.points.map((point): PointRecord => {
    const { work } = point
    if (work.state !== 'released' || seen.every(({ number }) => number !== point.number)) return point
    const { outcome } = work.answer
    deeds.push({ at: publishedAt, by: personId, number: point.number, deed: { kind: 'published', outcome } })
    const members = point.members.map(({ annotationId, number }) => ({ annotationId, number }))
    return {
      ...point,
      work: { ...work, state: 'published', publishedAt, publicationId },
      published: { ...work.answer, publishedAt, members },
    }
  })
  if (deeds.length > 0) await parts.cases.change(record, { points, deeds })
}

/** Reads what stands there, so that a repetition after a crash knows what the first time has done. */
async function publishedBy(parts: AnswerParts, publication: PublicationRecord): Promise<Published[]> {
  const ids = [...new Set(publication.points.map(({ annotationId }) => annotationId))]
  const at = publication.at.toISOString()
  return (await parts.cases.byIds(ids)).flatMap(record =>
    record.points.flatMap(point => {
      const wanted = publication.points.some(
        ({ annotationId, number }) => annotationId === record._id && number === point.number,
      )
      return wanted && point.published?.publishedAt === at ? [{ record, point }] : []
    }),
  )
}

function contributionsOf(published: readonly Published[]): AnnotationId[] {
  const ids = published.flatMap(({ record, point }) => [
    record._id,
    ...(point.published?.members ?? []).map(({ annotationId }) => annotationId),
  ])
  return [...new Set(ids)]
}

async function byDocument(
  { desk }: AnswerParts,
  ids: readonly AnnotationId[],
): Promise<Map<DocumentId, AnnotationId[]>> {
  const documents = new Map<DocumentId, AnnotationId[]>()
  for (const { id, documentId } of (await desk.contributions(ids)).values())
    documents.set(documentId, [...(documents.get(documentId) ?? []), id])
  return documents
}
