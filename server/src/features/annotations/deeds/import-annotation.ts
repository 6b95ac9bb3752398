import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import { type Publication, published } from '@randnotiz/contract/annotations/publication'
import type { CommandId, UserId } from '@randnotiz/contract/kit/ids'
import { createCrdtRange } from '@randnotiz/document-schema/crdt-range'
import { publicSight } from '@randnotiz/domain/annotations/moderation/sight'
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
    /** Oldest first. */
    replies: { commandId: CommandId; authorId: UserId; body: string; createdAt: Date }[]
  }

/** Nobody sent a command; the import itself is the deed. */
const noDigest = { commandDigest: 'import' }

/** Attaches a contribution from elsewhere like one made here. Throws when its quote is not in the text just once. */
export async function importAnnotation(parts: DeedParts, imported: ImportedAnnotation): Promise<Annotation> {
  const { documentId, quote, replies, ...contribution } = imported
  const live = await parts.liveText(documentId)
  if (live === null) throw new Error(`no document ${documentId}`)
  const placed = await keepTarget(parts, { documentId, passage: findOnce(quote, live), live })
  const inserted = await parts.annotations.insert({
    publication: published,
    ...contribution,
    ...noDigest,
    ...placed,
    documentId,
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

function findOnce(quote: string, { index, stateVector }: LiveText): VerifiedPassage {
  const start = index.text.indexOf(quote)
  if (start < 0 || index.text.indexOf(quote, start + 1) >= 0)
    throw new Error(`not just once in the text: ${quote}`)
  const range = { start, end: start + quote.length }
  const crdt = createCrdtRange(index, range)
  if (crdt === null) throw new Error(`no passage: ${quote}`)
  return { text: index.text, stateVector, range, crdt }
}
