import { describePassage } from '@randnotiz/anchoring'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { Source, SourceSystem } from '@randnotiz/contract/annotations/source'
import type { PassageAnchor, Target } from '@randnotiz/contract/annotations/target'
import type { AnnotationId, DocumentId, TextStateId, UserId } from '@randnotiz/contract/kit/ids'
import { createCrdtRange } from '@randnotiz/document-schema/crdt-range'
import type {
  IncomingAnnotation,
  IncomingPlace,
  IncomingReply,
} from '@randnotiz/domain/annotations/exchange/incoming'
import type { DeedParts } from '../deeds/parts.js'
import type { LiveText } from '../live-text.js'
import type { ImportedPast } from '../storage/record.js'
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
    publication: incoming.publication,
    target: await targetOf(parts, incoming, context),
    resolution: await resolutionOf(parts, { incoming, found }, context),
    authorId: authorOf(incoming, authors),
    createdAt: new Date(incoming.createdAt ?? now),
    commandId: importCommandId(sourceKey),
    ...noDigest,
    workshop: incoming.workshop,
    imported: {
      source: { ...sourceOf(incoming, system, now), release: incoming.release },
      sourceKey,
      proposal,
      editedAt: editedAt === null ? null : new Date(editedAt),
      ...(await pastOf(parts, { incoming, sourceKey, context })),
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
      publication: reply.publication,
    })
}

/** Oldest first, as replies stand. */
const inOrder = (replies: readonly IncomingReply[]) =>
  replies.toSorted((one, other) => Date.parse(one.createdAt ?? '') - Date.parse(other.createdAt ?? '') || 0)

function authorOf({ author }: Pick<IncomingReply, 'author'>, authors: TakeContext['authors']): UserId {
  const id = authors.get(author.key)
  if (id === undefined) throw new Error(`nobody was kept for ${author.key}`)
  return id
}

function sourceOf({ sourceId, support, official }: IncomingReply, system: SourceSystem, now: Date): Source {
  return { system, id: sourceId, importedAt: now.toISOString(), support, official, release: null }
}

type Past = { incoming: IncomingAnnotation; sourceKey: string; context: TakeContext }

/** Earlier wordings are the author's, decisions those of whoever took them there. */
async function pastOf(parts: DeedParts, { incoming, sourceKey, context }: Past): Promise<ImportedPast> {
  const { edition, wordings, attachments } = incoming.history
  const authorId = authorOf(incoming, context.authors)
  const kept: ImportedPast['attachments'] = []
  for (const [position, { place, by, decidedAt, ...told }] of attachments.entries())
    kept.push({
      ...told,
      anchor: place && (await anchorOf(parts, place, context)),
      authorId: authorOf({ author: by }, context.authors),
      decidedAt: new Date(decidedAt),
      commandId: importCommandId(`${sourceKey} decision ${position}`),
      ...noDigest,
    })
  return {
    edition,
    attachments: kept,
    wordings: wordings.map((wording, position) => ({
      ...wording,
      until: new Date(wording.until),
      authorId,
      commandId: importCommandId(`${sourceKey} wording ${position}`),
      ...noDigest,
    })),
  }
}

async function targetOf(
  parts: DeedParts,
  { place, release }: IncomingAnnotation,
  context: TakeContext,
): Promise<Target> {
  const { documentId } = context
  if (place.kind === 'document') return { kind: 'document', documentId }
  const anchor = await anchorOf(parts, place, context)
  // The release of that number here may be quite another text: there it would be painted somewhere.
  const isOurs = release !== null && place.origin?.text === (await parts.releaseText(documentId, release))
  return { kind: 'passage', documentId, ...(isOurs ? { release } : {}), ...anchor }
}

async function anchorOf(
  { textStates, clock }: DeedParts,
  { origin, quote }: Extract<IncomingPlace, { kind: 'passage' }>,
  { documentId, kept }: TakeContext,
): Promise<PassageAnchor> {
  const now = clock.now()
  if (origin === null) {
    const { prefix, exact, suffix } = quote
    const textStateId = await textStates.keepExcerpt(documentId, prefix + exact + suffix, now)
    const range = { start: prefix.length, end: prefix.length + exact.length }
    return { textStateId, quote, range, ...unbound }
  }
  const { text, range } = origin
  const textStateId = kept.get(text) ?? (await textStates.keep(documentId, text, now))
  kept.set(text, textStateId)
  return { textStateId, quote: describePassage(text, range), range, ...unbound }
}

async function resolutionOf(
  { liveText, clock }: DeedParts,
  { incoming, found }: FoundIncoming,
  { documentId, text }: TakeContext,
): Promise<Resolution> {
  if (found === null) return { status: 'whole' }
  // Staff have put it somewhere: the search says what that makes of the words it quotes.
  if (found.status !== 'orphaned' && incoming.history.attachments.length > 0) return { status: 'pending' }
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
