import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import {
  type Finding,
  type FindingPage,
  type FindingQuery,
  findingPageSize,
} from '@randnotiz/contract/annotations/finding'
import type { DocumentSummary, OutlineEntry } from '@randnotiz/contract/documents/document'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { choicesAmong } from '@randnotiz/domain/annotations/finding/choices'
import type { Searched } from '@randnotiz/domain/annotations/finding/searched'
import { sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import { readCursor, startBehind, writeCursor } from '../finding/cursor.js'
import { comparingIn } from '../finding/finding-order.js'
import { passingInText } from '../finding/passing-in-text.js'
import { type TextOrder, textOrderOf } from '../finding/text-order.js'
import type { DeedParts } from './parts.js'

/** An annotation with what the order of its text says of it. */
export type Candidate = Searched & { document: DocumentSummary; order: TextOrder }

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

  const asOf = parts.clock.now().toISOString()
  const found = await candidatesIn(parts, searched, { query, viewer })
  const chapters = query.document === undefined ? [] : await chaptersOf(parts, searched, viewer)
  const readUpTo = viewer.kind === 'anonymous' ? null : await parts.readMarks.of(viewer.id)
  const reader = { personId: personIdOf(viewer), readUpTo }
  const ofEveryKind = found.filter(passingInText({ ...query, kind: undefined }, { ...reader, chapters }))
  const matching = ofEveryKind
    .filter(({ annotation }) => query.kind === undefined || annotation.kind === query.kind)
    .toSorted(comparingIn(documents, query.order ?? 'passage'))
  const ids = matching.map(({ annotation }) => annotation.id)
  const start = startBehind(cursor, ids)
  const page = matching.slice(start, start + findingPageSize)
  const last = page.at(-1)
  const end = start + page.length
  return accept({
    total: matching.length,
    findings: await findingsOf(parts, page, viewer),
    next: last && end < matching.length ? writeCursor({ id: last.annotation.id, position: end }) : null,
    ...choicesAmong(found, ofEveryKind),
    asOf,
    chapters,
    documents: documents.map(nameOf),
  })
}

export async function candidatesIn(
  parts: DeedParts,
  documents: readonly DocumentSummary[],
  { query: { q }, viewer }: { query: Pick<FindingQuery, 'q'>; viewer: Viewer },
): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const document of documents) {
    const index = await parts.indexes.of(document.id)
    const entries = q ? index.matching(q) : index.all()
    const live = entries.length === 0 ? null : await parts.liveText(document.id)
    if (live === null) continue
    const annotations = entries.map(({ annotation }) => annotation)
    const order = textOrderOf(live, annotations, await readableOutline(parts, document.id, viewer))
    found.push(...entries.map(entry => ({ ...entry, document, order })))
  }
  return found
}

export async function chaptersOf(
  parts: DeedParts,
  [document]: readonly DocumentSummary[],
  viewer: Viewer,
): Promise<OutlineEntry[]> {
  const live = document && (await parts.liveText(document.id))
  return live ? textOrderOf(live, [], await readableOutline(parts, document.id, viewer)).chapters : []
}

/** Headings as they are to be named to a person; null for one who reads the live text anyway. */
async function readableOutline(
  parts: DeedParts,
  documentId: DocumentId,
  viewer: Viewer,
): Promise<OutlineEntry[] | null> {
  if (may(viewer, 'document:see-drafts') === null) return null
  return (await parts.readerText(documentId))?.outline ?? null
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

export function nameOf({ id, slug, kind, number, title }: DocumentSummary): Finding['document'] {
  return { id, slug, kind, number, title }
}
