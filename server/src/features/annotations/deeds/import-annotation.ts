import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import type { Proposal } from '@randnotiz/contract/annotations/proposal'
import { type Publication, published } from '@randnotiz/contract/annotations/publication'
import { BlockId, type CommandId, type UserId } from '@randnotiz/contract/kit/ids'
import { toBase64 } from '@randnotiz/document-schema/base64'
import { createCrdtRange } from '@randnotiz/document-schema/crdt-range'
import { blockNumberAt, indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { publicSight } from '@randnotiz/domain/annotations/moderation/sight'
import * as Y from 'yjs'
import type { LiveText } from '../live-text.js'
import type { VerifiedPassage } from '../passage/verify-claim.js'
import { keepTarget } from './keep-target.js'
import type { DeedParts } from './parts.js'

/** A contribution from elsewhere, with its author and its moment. Imported twice under one `commandId` it is there once. */
export type ImportedAnnotation = Pick<
  CreateAnnotation,
  'commandId' | 'documentId' | 'kind' | 'body' | 'replacement'
> &
  Partial<Pick<CreateAnnotation, 'reason' | 'instead'>> & {
    /** The passage: words that occur exactly once in the text. */
    quote: string
    authorId: UserId
    createdAt: Date
    /** Public when left out. */
    publication?: Publication
    /** For one that was made in a release: which, and its text as one Yjs update. The quote is found there. */
    madeIn?: { release: number; update: Uint8Array }
    /** When its proposed wording went into the text; only with `madeIn` and for kind `wording`. */
    acceptedAt?: Date
    /** Oldest first. */
    replies: { commandId: CommandId; authorId: UserId; body: string; createdAt: Date }[]
  }

/** Nobody sent a command; the import itself is the deed. */
const noDigest = { commandDigest: 'import' }

/** Attaches a contribution from elsewhere like one made here. Throws when its quote is not in the text just once. */
export async function importAnnotation(parts: DeedParts, imported: ImportedAnnotation): Promise<Annotation> {
  const { documentId, quote, replies, madeIn, acceptedAt, ...contribution } = imported
  const live = await parts.liveText(documentId)
  if (live === null) throw new Error(`no document ${documentId}`)
  const text = madeIn === undefined ? live : textOf(madeIn.update)
  const passage = { ...findOnce(quote, text), ...(madeIn ? { release: madeIn.release } : {}) }
  const placed = await keepTarget(parts, { documentId, passage, live })
  const proposal = acceptedAt && accepted(imported, { at: acceptedAt, blockId: blockAt(text, passage) })
  const inserted = await parts.annotations.insert({
    publication: published,
    ...contribution,
    ...noDigest,
    ...placed,
    documentId,
    ...(proposal ? { proposal } : {}),
  })
  const { authorId, commandId } = contribution
  const record = inserted ?? (await parts.annotations.byCommand(authorId, commandId))
  if (record === null) throw new Error('the imported annotation is gone')
  for (const reply of replies)
    await parts.annotations.addReply(record._id, { ...reply, ...noDigest, publication: published })
  await parts.feed.flush(documentId)
  parts.events.emit('annotations/count-changed', { documentId })
  const [annotation] = await parts.view(await parts.annotations.byIds([record._id]), publicSight)
  if (!annotation) throw new Error('the imported annotation is gone')
  return annotation
}

/** A text of the past, which nobody writes in any more. */
function textOf(update: Uint8Array): LiveText {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return { index: indexFlatText(documentFragment(doc)), stateVector: toBase64(Y.encodeStateVector(doc)) }
}

function blockAt({ index }: LiveText, { range }: VerifiedPassage): BlockId {
  return BlockId.parse(index.blocks[blockNumberAt(index, range.start) ?? -1]?.id)
}

function accepted(
  { quote: before, replacement }: ImportedAnnotation,
  { at, blockId }: { at: Date; blockId: BlockId },
): Proposal {
  const blockIds = [blockId]
  return {
    status: 'accepted',
    acceptance: 'whole',
    before,
    after: replacement ?? '',
    blockIds,
    at: at.toISOString(),
  }
}

function findOnce(quote: string, { index, stateVector }: LiveText): VerifiedPassage {
  const start = index.text.indexOf(quote)
  if (start < 0 || index.text.indexOf(quote, start + 1) >= 0)
    throw new Error(`not just once in the text: ${quote}`)
  const range = { start, end: start + quote.length }
  const crdt = createCrdtRange(index, range)
  if (crdt === null) throw new Error(`no passage: ${quote}`)
  return { text: index.text, stateVector, range, crdt }
}
