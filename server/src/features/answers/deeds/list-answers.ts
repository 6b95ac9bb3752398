import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { type AnswersPage, type AnswersQuery, answersPageSize } from '@randnotiz/contract/answers/public'
import type { AnswerTotals } from '@randnotiz/contract/answers/totals'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { nameOf, readCursor, startBehind, writeCursor } from '../../annotations/index.js'
import { processBySlug } from '../desk/process-of.js'
import type { AnswerParts } from '../parts.js'

/** For everybody: the answers of a process in the order of its texts. */
export async function listAnswers(
  parts: AnswerParts,
  { slug, query, viewer }: { slug: string; query: AnswersQuery; viewer: Viewer },
): Promise<Result<AnswersPage>> {
  const process = await processBySlug(parts, slug)
  if (!process) return refuse('publishing/unknown-process')
  const documents = await parts.documents.ofProcess(process.id)
  const chosen = documents.filter(one => query.document === undefined || one.slug === query.document)
  if (query.document !== undefined && chosen.length === 0) return refuse('documents/unknown')
  const matching = (await parts.answers.ofProcess(process.id))
    .filter(({ documentId }) => chosen.some(({ id }) => id === documentId))
    .filter(
      ({ answer }) =>
        query.outcome === undefined || answer.points.some(({ outcome }) => outcome.kind === query.outcome),
    )
    .map(({ annotationId, documentId }) => ({
      id: annotationId,
      place: documents.findIndex(({ id }) => id === documentId),
    }))
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
  const start = startBehind(
    query.after === undefined ? null : readCursor(query.after),
    matching.map(({ id }) => id),
  )
  const page = matching.slice(start, start + answersPageSize)
  const annotations = await parts.desk.view(
    page.map(({ id }) => id),
    viewer,
  )
  const byId = new Map(annotations.map(annotation => [annotation.id, annotation]))
  const last = page.at(-1)
  return accept({
    totals: await parts.answers.totals(process.id),
    total: matching.length,
    answered: page.flatMap(({ id, place }) => {
      const [annotation, document] = [byId.get(id), documents[place]]
      return annotation && document ? [{ annotation, document: nameOf(document) }] : []
    }),
    next:
      last && start + page.length < matching.length
        ? writeCursor({ id: last.id, position: start + page.length })
        : null,
  })
}

/** For everybody: how far the answering of a process is. */
export async function readTotals(parts: AnswerParts, slug: string): Promise<Result<AnswerTotals>> {
  const process = await processBySlug(parts, slug)
  return process ? accept(await parts.answers.totals(process.id)) : refuse('publishing/unknown-process')
}

/** The same for one text. */
export async function readDocumentTotals(
  parts: AnswerParts,
  documentId: DocumentId,
): Promise<Result<{ contributions: number; answered: number }>> {
  if ((await parts.documents.processOf(documentId)) === null) return refuse('documents/unknown')
  const { contributions, answered } = await parts.answers.documentTotals(documentId)
  return accept({ contributions, answered })
}
