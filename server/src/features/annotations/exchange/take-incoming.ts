import { describePassage } from '@randnotiz/anchoring'
import { published } from '@randnotiz/contract/annotations/publication'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { Source, SourceSystem } from '@randnotiz/contract/annotations/source'
import type { Target } from '@randnotiz/contract/annotations/target'
import type { AnnotationId, DocumentId, TextStateId, UserId } from '@randnotiz/contract/kit/ids'
import { createCrdtRange } from '@randnotiz/document-schema/crdt-range'
import type { IncomingAnnotation, IncomingReply } from '@randnotiz/domain/annotations/exchange/incoming'
import type { DeedParts } from '../deeds/parts.js'
import type { LiveText } from '../live-text.js'
import type { FoundIncoming } from './find-incoming.js'
import { importCommandId, sourceKeyOf } from './source-key.js'

export type TakeContext = {
  documentId: DocumentId
  /** The text in which places were found. */
  text: string
  authors: ReadonlyMap<string, UserId>
  /** Stored texts that were quoted, by their words; filled in on the way. */
  kept: Map<string, TextStateId>
}

/** Characters of another text have no names in the CRDT of this one. */
const unbound = { crdt: { start: '', end: '' }, stateVector: '' }

const noDigest = { commandDigest: 'import' }

/** Stores a contribution from elsewhere with its replies. What is there already is not stored again. */
export async function takeIncoming(
  parts: DeedParts,
  { incoming, found }: FoundIncoming,
  context: TakeContext,
): Promise<{ outcome: 'taken' | 'known'; annotationId: AnnotationId }> {
  const { documentId, authors } = context
  const { sourceId, system, kind, body, replacement, reason, instead, proposal, editedAt } = incoming
  const sourceKey = sourceKeyOf(documentId, sourceId)
  const now = parts.clock.now()
  const inserted = await parts.annotations.insert({
    documentId,
    kind,
    body,
    replacement,
    reason,
    instead,
    publication: published,
    target: await targetOf(parts, incoming, context),
    resolution: await resolutionOf(parts, found, context),
    authorId: authorOf(incoming, authors),
    createdAt: new Date(incoming.createdAt ?? now),
    commandId: importCommandId(sourceKey),
    ...noDigest,
    imported: {
      source: sourceOf(incoming, system, now),
      sourceKey,
      proposal,
      editedAt: editedAt === null ? null : new Date(editedAt),
    },
  })
  const annotationId = inserted?._id ?? (await parts.annotations.bySourceKeys([sourceKey])).get(sourceKey)
  if (annotationId === undefined) throw new Error(`the contribution ${sourceId} is gone`)
  await takeReplies(parts, annotationId, { incoming, context })
  return { outcome: inserted ? 'taken' : 'known', annotationId }
}

/** Answers of a contribution that is there; those that are there too stay as they are. */
export async function takeReplies(
  parts: DeedParts,
  annotationId: AnnotationId,
  { incoming, context }: { incoming: IncomingAnnotation; context: TakeContext },
): Promise<void> {
  const sourceKey = sourceKeyOf(context.documentId, incoming.sourceId)
  const now = parts.clock.now()
  for (const reply of inOrder(incoming.replies))
    await parts.annotations.addReply(annotationId, {
      authorId: authorOf(reply, context.authors),
      body: reply.body,
      createdAt: new Date(reply.createdAt ?? now),
      commandId: importCommandId(`${sourceKey} ${reply.sourceId}`),
      ...noDigest,
      source: sourceOf(reply, incoming.system, now),
      publication: published,
    })
}

/** Oldest first, as replies stand. */
const inOrder = (replies: readonly IncomingReply[]) =>
  replies.toSorted((one, other) => Date.parse(one.createdAt ?? '') - Date.parse(other.createdAt ?? '') || 0)

function authorOf({ author }: IncomingReply, authors: TakeContext['authors']): UserId {
  const id = authors.get(author.key)
  if (id === undefined) throw new Error(`nobody was kept for ${author.key}`)
  return id
}

function sourceOf({ sourceId, support, official }: IncomingReply, system: SourceSystem, now: Date): Source {
  return { system, id: sourceId, importedAt: now.toISOString(), support, official }
}

async function targetOf(
  { textStates, clock }: DeedParts,
  { place }: IncomingAnnotation,
  { documentId, kept }: TakeContext,
): Promise<Target> {
  if (place.kind === 'document') return { kind: 'document', documentId }
  const { origin, quote } = place
  const now = clock.now()
  if (origin === null) {
    const { prefix, exact, suffix } = quote
    const textStateId = await textStates.keepExcerpt(documentId, prefix + exact + suffix, now)
    const range = { start: prefix.length, end: prefix.length + exact.length }
    return { kind: 'passage', documentId, textStateId, quote, range, ...unbound }
  }
  const { text, range } = origin
  const textStateId = kept.get(text) ?? (await textStates.keep(documentId, text, now))
  kept.set(text, textStateId)
  return {
    kind: 'passage',
    documentId,
    textStateId,
    quote: describePassage(text, range),
    range,
    ...unbound,
  }
}

async function resolutionOf(
  { liveText, clock }: DeedParts,
  found: FoundIncoming['found'],
  { documentId, text }: TakeContext,
): Promise<Resolution> {
  if (found === null) return { status: 'whole' }
  const live = await liveText(documentId)
  const resolvedAt = clock.now().toISOString()
  // Somebody types meanwhile: it is looked for again when the import is done.
  if (live === null || live.index.text !== text) return { status: 'pending' }
  if (found.status === 'orphaned') return { status: 'orphaned', resolvedAt }
  return bind(found, live, resolvedAt)
}

type Placed = Exclude<FoundIncoming['found'], null | { status: 'orphaned' }>

function bind({ status, range, method }: Placed, { index }: LiveText, resolvedAt: string): Resolution {
  const crdt = createCrdtRange(index, range)
  return crdt === null ? { status: 'pending' } : { status, range, crdt, method, resolvedAt }
}
