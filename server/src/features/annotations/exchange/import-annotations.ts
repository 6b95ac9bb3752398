import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type {
  ImportAnnotations,
  ImportReport,
  ImportRow,
} from '@randnotiz/contract/annotations/exchange/import'
import type { AnnotationId, DocumentId, Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Incoming, IncomingAnnotation } from '@randnotiz/domain/annotations/exchange/incoming'
import type { DeedParts } from '../deeds/parts.js'
import { type FoundIncoming, findIncoming, importPlace } from './find-incoming.js'
import { readImport } from './read-import.js'
import { ownIdIn, sourceKeyOf } from './source-key.js'
import { type TakeContext, takeIncoming, takeReplies } from './take-incoming.js'

export type ImportCommand = ImportAnnotations & { slug: Slug }

/**
 * Takes contributions made elsewhere over to a document, each to its passage by the ladder, or says what would become
 * of them. A run that broke off is simply repeated: each source is stored once.
 */
export async function importAnnotations(
  parts: DeedParts,
  command: ImportCommand,
  viewer: Viewer,
): Promise<Result<ImportReport>> {
  const document = await parts.documentBySlug(command.slug)
  if (document === null) return refuse('documents/unknown')
  const documentId = document.id
  const allowed = await parts.askPermission(viewer, 'exchange', documentId)
  if (!allowed.ok) return allowed
  const into = { slug: command.slug, documentId }
  const read = await readImport(command, into, { textStates: parts.textStates, now: parts.clock.now() })
  if (!read.ok) return read
  const live = await parts.liveText(documentId)
  if (live === null) return refuse('documents/unknown')
  const { text } = live.index
  const known = await knownAlready(parts, documentId, read.value.taken)
  const found = await findIncoming(parts.find, read.value.taken, text)
  const rows =
    command.run === 'check'
      ? found.map(one => rowOf(one, text, { outcome: 'new', annotationId: null }, known))
      : await takeAll(parts, { documentId, text, found, known })
  return accept({ run: command.run, rows: allRows(rows, read.value) })
}

type Known = ReadonlyMap<string, AnnotationId>

/** What was taken over before, and our own contributions of which an export came back; by the name at the source. */
async function knownAlready(
  { annotations }: DeedParts,
  documentId: DocumentId,
  all: readonly IncomingAnnotation[],
): Promise<Known> {
  const byKey = await annotations.bySourceKeys(all.map(({ sourceId }) => sourceKeyOf(documentId, sourceId)))
  const ownIds = all.map(({ sourceId }) => ownIdIn(sourceId)).filter(id => id !== null)
  const own = new Set((await annotations.byIds(ownIds)).filter(isOf(documentId)).map(record => record._id))
  const known = new Map<string, AnnotationId>()
  for (const { sourceId } of all) {
    const ownId = ownIdIn(sourceId)
    const id =
      byKey.get(sourceKeyOf(documentId, sourceId)) ?? (ownId !== null && own.has(ownId) ? ownId : null)
    if (id !== null) known.set(sourceId, id)
  }
  return known
}

const isOf = (documentId: DocumentId) => (record: { documentId: DocumentId }) =>
  record.documentId === documentId

type TakeAll = { documentId: DocumentId; text: string; found: FoundIncoming[]; known: Known }

async function takeAll(parts: DeedParts, { documentId, text, found, known }: TakeAll): Promise<ImportRow[]> {
  const people = found.flatMap(({ incoming }) => [
    ...[incoming, ...incoming.replies].map(({ author }) => author),
    ...incoming.history.attachments.map(({ by }) => by),
  ])
  const authors = await parts.importPeople(people)
  const context: TakeContext = { documentId, text, authors, kept: new Map() }
  const rows: ImportRow[] = []
  // One after the other: they stand here in the order in which they stood there.
  for (const one of found) rows.push(rowOf(one, text, await take(parts, { one, known, context }), known))
  await parts.feed.flush(documentId)
  parts.events.emit('annotations/count-changed', { documentId })
  parts.lookFor(documentId)
  return rows
}

type Take = { one: FoundIncoming; known: Known; context: TakeContext }

/** Of what is known only answers can be new; of what went away from here and came back, nothing. */
async function take(parts: DeedParts, { one, known, context }: Take): Promise<Took> {
  const { sourceId, replies } = one.incoming
  const annotationId = known.get(sourceId)
  if (annotationId === undefined) return takeIncoming(parts, one, context)
  if (annotationId !== ownIdIn(sourceId) && replies.length > 0)
    await takeReplies(parts, annotationId, { incoming: one.incoming, context })
  return { outcome: 'known', annotationId }
}

type Took = { outcome: 'new' | 'taken' | 'known'; annotationId: AnnotationId | null }

const mostQuote = 200

function rowOf(one: FoundIncoming, text: string, took: Took, known: Known): ImportRow {
  const { row, sourceId, author, place, replies } = one.incoming
  const before = known.get(sourceId)
  return {
    row,
    sourceId,
    outcome: before === undefined ? took.outcome : 'known',
    annotationId: before ?? took.annotationId,
    author: author.name,
    quote: place.kind === 'document' ? null : place.quote.exact.slice(0, mostQuote),
    place: importPlace(one, text),
    replies: replies.length,
  }
}

/** Those that were refused in between, in the order of the upload. */
function allRows(rows: ImportRow[], { refused }: Incoming): ImportRow[] {
  const refusals = refused.map((row): ImportRow => ({ ...row, outcome: 'refused' }))
  return [...rows, ...refusals].toSorted((one, other) => one.row - other.row)
}
