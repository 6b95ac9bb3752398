import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { AcceptedWording } from '@randnotiz/contract/annotations/proposal'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import type { PublicAnswer } from '@randnotiz/contract/answers/answer'
import type { DocumentSummary, OutlineEntry } from '@randnotiz/contract/documents/document'
import type { AnnotationId, DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import type { Searched } from '@randnotiz/domain/annotations/finding/searched'
import { deskSightOf, mayRead, publicSight, sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import type { z } from 'zod'
import { type Candidate, candidatesIn, chaptersOf, nameOf } from '../deeds/find-annotations.js'
import type { DeedParts } from '../deeds/parts.js'
import type { AnnotationRecord } from '../storage/record.js'
import { type Similar, similarTo } from './similar-to.js'

/** What the answering of contributions has to know about one, whoever looks. */
export type Contribution = {
  id: AnnotationId
  documentId: DocumentId
  authorId: UserId
  kind: AnnotationKind
  edition: number
  publication: Publication
  createdAt: string
  quote: string | null
  words: { body: string | null; reason: string | null; instead: string | null; replacement: string | null }
}

/** An accepted proposal that everybody may read. */
export type AcceptedChange = z.output<typeof AcceptedWording> & {
  annotationId: AnnotationId
  excerpt: string
}

/** How many contributions of a text everybody may read, and what those among them that have an answer were answered. */
export type PublicCount = {
  contributions: number
  answers: { annotationId: AnnotationId; answer: PublicAnswer }[]
}

/** Words that are looked for, all of them when left out, by whom. */
export type Asked = { words?: string | undefined; viewer: Viewer }

/** What the feature that answers contributions needs from this one. */
export type DeskAccess = {
  contributions(ids: readonly AnnotationId[]): Promise<Map<AnnotationId, Contribution>>
  /** Those of some documents that everybody can read, with where they stand in the text. */
  candidates(documents: readonly DocumentSummary[], asked: Asked): Promise<Candidate[]>
  countPublic(documentId: DocumentId): Promise<PublicCount>
  chaptersOf(document: DocumentSummary, viewer: Viewer): Promise<OutlineEntry[]>
  /** As everybody reads them, with bars. */
  view(ids: readonly AnnotationId[], viewer: Viewer): Promise<Annotation[]>
  /** As the office works on them. */
  viewUnbarred(ids: readonly AnnotationId[], viewer: Viewer): Promise<Annotation[]>
  supportersOf(id: AnnotationId): Promise<UserId[]>
  acceptedIn(documentId: DocumentId): Promise<AcceptedChange[]>
  /** Those that may say the same as some words, the most similar first. */
  similarTo(id: AnnotationId, words: string, documents: readonly DocumentSummary[]): Promise<Similar[]>
  /** Everybody's list gets them anew: something about them has changed that is not stored with them. */
  announceAnew(ids: readonly AnnotationId[]): Promise<void>
}

export function openDeskAccess(parts: DeedParts): DeskAccess {
  const { annotations, supports, view, feed } = parts
  return {
    contributions: async ids => {
      const records = await annotations.byIds([...ids])
      return new Map(records.map(record => [record._id, contributionOf(record)]))
    },
    candidates: (documents, { words, viewer }) =>
      candidatesIn(parts, documents, { query: { q: words }, viewer }),
    countPublic: async documentId => publicCount((await parts.indexes.of(documentId)).all()),
    chaptersOf: (document, viewer) => chaptersOf(parts, [document], viewer),
    view: async (ids, viewer) => view(await annotations.byIds([...ids]), sightOf(viewer)),
    viewUnbarred: async (ids, viewer) => view(await annotations.byIds([...ids]), deskSightOf(viewer)),
    supportersOf: id => supports.ofAnnotation(id),
    acceptedIn: async documentId => (await annotations.accepted(documentId)).flatMap(acceptedChangeOf),
    similarTo: (id, words, documents) => similarTo(parts, { id, words, documents }),
    announceAnew: async ids => {
      for (const documentId of await annotations.marks.setAnew(ids)) await feed.flush(documentId)
    },
  }
}

export { type Candidate, nameOf, type Similar }

/** The index follows the feed, which tells of answers too: nothing is read for a count. */
function publicCount(entries: readonly Searched[]): PublicCount {
  return {
    contributions: entries.length,
    answers: entries.flatMap(({ annotation: { id, answer } }) =>
      answer === null ? [] : [{ annotationId: id, answer }],
    ),
  }
}

function contributionOf(record: AnnotationRecord): Contribution {
  const { _id: id, documentId, authorId, kind, edition, publication, createdAt, target } = record
  const { body, reason, instead, replacement } = record
  const quote = target.kind === 'passage' ? target.quote.exact : null
  const words = { body, reason, instead, replacement }
  return { id, documentId, authorId, kind, edition, publication, createdAt, quote, words }
}

const excerptLength = 160

function acceptedChangeOf(record: AnnotationRecord): AcceptedChange[] {
  const { _id: annotationId, proposal, body } = record
  if (proposal?.status !== 'accepted' || !mayRead(publicSight, record)) return []
  const excerpt = body.length <= excerptLength ? body : `${body.slice(0, excerptLength).trimEnd()} …`
  return [{ ...proposal, annotationId, excerpt }]
}
