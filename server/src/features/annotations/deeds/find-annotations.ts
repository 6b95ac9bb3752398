import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import {
  type Finding,
  type FindingOrder,
  type FindingPage,
  type FindingQuery,
  findingPageSize,
  type PlaceFilter,
} from '@randnotiz/contract/annotations/finding'
import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { DocumentSummary, OutlineEntry } from '@randnotiz/contract/documents/document'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import { readCursor, startBehind, writeCursor } from '../finding/cursor.js'
import type { IndexedAnnotation } from '../finding/document-index.js'
import { type TextOrder, textOrderOf } from '../finding/text-order.js'
import type { DeedParts } from './parts.js'

/** An annotation with what the order of its text says of it. */
type Candidate = IndexedAnnotation & { document: DocumentSummary; order: TextOrder }

/** Contributions of a process, filtered, put in order, a page at a time. What is withheld is not found. */
export async function findAnnotations(
  parts: DeedParts,
  { slug, query, viewer }: { slug: string; query: FindingQuery; viewer: Viewer },
): Promise<Result<FindingPage>> {
  const process = (await parts.processes()).find(known => known.slug === slug)
  if (!process) return refuse('publishing/unknown-process')
  const documents = await parts.documentsOf(process.id)
  const cursor = query.after === undefined ? null : readCursor(query.after)
  if (query.after !== undefined && cursor === null) return refuse('request/invalid', { field: 'after' })
  const searched = documents.filter(
    document => query.document === undefined || document.slug === query.document,
  )
  if (query.document !== undefined && searched.length === 0) return refuse('documents/unknown')

  const found = await candidatesIn(parts, searched, query)
  const chapters = query.document === undefined ? [] : await chaptersOf(parts, searched)
  const ofEveryKind = found.filter(passes({ ...query, kind: undefined }, { viewer, chapters }))
  const matching = ofEveryKind
    .filter(({ annotation }) => query.kind === undefined || annotation.kind === query.kind)
    .toSorted(comparing(query.order ?? 'passage', documents))
  const ids = matching.map(({ annotation }) => annotation.id)
  const start = startBehind(cursor, ids)
  const page = matching.slice(start, start + findingPageSize)
  const last = page.at(-1)
  const end = start + page.length
  return accept({
    total: matching.length,
    findings: await findingsOf(parts, page, viewer),
    next: last && end < matching.length ? writeCursor({ id: last.annotation.id, position: end }) : null,
    kinds: countKinds(ofEveryKind),
    chapters,
    documents: documents.map(nameOf),
  })
}

async function candidatesIn(
  parts: DeedParts,
  documents: readonly DocumentSummary[],
  { q }: FindingQuery,
): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const document of documents) {
    const index = await parts.indexes.of(document.id)
    const entries = q ? index.matching(q) : index.all()
    const live = entries.length === 0 ? null : await parts.liveText(document.id)
    if (live === null) continue
    const order = textOrderOf(
      live,
      entries.map(({ annotation }) => annotation),
    )
    found.push(...entries.map(entry => ({ ...entry, document, order })))
  }
  return found
}

async function chaptersOf(parts: DeedParts, [document]: readonly DocumentSummary[]): Promise<OutlineEntry[]> {
  const live = document && (await parts.liveText(document.id))
  return live ? textOrderOf(live, []).chapters : []
}

type Circumstances = { viewer: Viewer; chapters: readonly OutlineEntry[] }

function passes(query: FindingQuery, { viewer, chapters }: Circumstances): (candidate: Candidate) => boolean {
  const chapter = chapters.find(({ blockId }) => blockId === query.chapter)
  return ({ annotation, authorId, changedAt, order }) => {
    if (query.place !== undefined && placeOf(annotation.resolution) !== query.place) return false
    if (query.since !== undefined && changedAt <= query.since) return false
    if (query.mine && (viewer.kind === 'anonymous' || viewer.id !== authorId)) return false
    if (query.chapter === undefined) return true
    return chapter !== undefined && order.isIn(annotation, chapter)
  }
}

/** What is still being looked for stood where it was made until a moment ago. */
function placeOf({ status }: Resolution): PlaceFilter {
  return status === 'exact' || status === 'pending' ? 'attached' : status
}

type Compare = (a: Candidate, b: Candidate) => number

/** Every order ends with the order of the texts, so that no two annotations change places between two pages. */
function comparing(order: FindingOrder, documents: readonly DocumentSummary[]): Compare {
  const placeOfDocument = new Map(documents.map(({ id }, at) => [id, at]))
  const at = ({ document }: Candidate) => placeOfDocument.get(document.id) ?? 0
  const byPassage: Compare = (a, b) =>
    at(a) - at(b) ||
    a.order.offsetOf(a.annotation) - b.order.offsetOf(b.annotation) ||
    (a.annotation.id < b.annotation.id ? -1 : 1)
  const newestFirst: Compare = (a, b) => b.annotation.createdAt.localeCompare(a.annotation.createdAt)
  switch (order) {
    case 'passage':
      return byPassage
    case 'newest':
      return (a, b) => newestFirst(a, b) || byPassage(a, b)
    case 'supported':
      return (a, b) => supporters(b) - supporters(a) || byPassage(a, b)
    case 'unanswered':
      return (a, b) => Number(a.answered) - Number(b.answered) || -newestFirst(a, b) || byPassage(a, b)
  }
}

/** A number that is hidden does not decide the order either. */
const supporters = ({ annotation: { support } }: Candidate) => (support.kind === 'shown' ? support.count : 0)

function countKinds(found: readonly Candidate[]): Partial<Record<AnnotationKind, number>> {
  const counts: Partial<Record<AnnotationKind, number>> = {}
  for (const { annotation } of found) counts[annotation.kind] = (counts[annotation.kind] ?? 0) + 1
  return counts
}

/** The index holds what was so when a change was read; names and support are read as they are now. */
async function findingsOf(parts: DeedParts, page: readonly Candidate[], viewer: Viewer): Promise<Finding[]> {
  const records = await parts.annotations.byIds(page.map(({ annotation }) => annotation.id))
  const annotations = await parts.view(records, sightOf(viewer))
  const byId = new Map(annotations.map(annotation => [annotation.id, annotation]))
  return page.flatMap(({ annotation: { id }, document, order }) => {
    const annotation = byId.get(id)
    return annotation
      ? [{ annotation, document: nameOf(document), chapter: order.chapterOf(annotation) }]
      : []
  })
}

function nameOf({ id, slug, kind, number, title }: DocumentSummary): Finding['document'] {
  return { id, slug, kind, number, title }
}
