import type { WorkshopMark } from '@randnotiz/contract/annotations/annotation'
import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { published } from '@randnotiz/contract/annotations/publication'
import type { AnnotationId, BlockId, CommandId, DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import { createCrdtRange } from '@randnotiz/document-schema/crdt-range'
import type { LiveText } from '../live-text.js'
import type { VerifiedPassage } from '../passage/verify-claim.js'
import { keepTarget } from './keep-target.js'
import type { DeedParts } from './parts.js'

/** What somebody in a workshop has said. `line` are the words of the block as they stood before them. */
export type WorkshopContribution = {
  id: AnnotationId
  commandId: CommandId
  authorId: UserId
  documentId: DocumentId
  blockId: BlockId | null
  line: string | null
  quote: string | null
  kind: AnnotationKind
  body: string
  replacement: string | null
  createdAt: Date
  workshop: WorkshopMark
}

type Parts = Pick<DeedParts, 'liveText' | 'textStates' | 'clock' | 'annotations' | 'feed' | 'events'>

/**
 * Makes an annotation of a contribution from a workshop, under the id that it has there; made before, it is left alone.
 * Where the words are gone from the text it stands at the whole document, and a proposal for them becomes a suggestion
 * with its wording.
 */
export async function contributeFromWorkshop(parts: Parts, said: WorkshopContribution): Promise<void> {
  const { line, blockId, quote, documentId, ...contribution } = said
  const live = await parts.liveText(documentId)
  if (live === null) throw new Error(`no document ${documentId}`)
  const passage = passageOf(said, live)
  const placed =
    passage === null
      ? { target: { kind: 'document', documentId } as const, resolution: { status: 'whole' } as const }
      : await keepTarget(parts, { documentId, passage, live })
  await parts.annotations.insert({
    ...contribution,
    ...(passage === null ? withoutPlace(said) : {}),
    ...placed,
    documentId,
    commandDigest: 'workshop',
    publication: published,
  })
  await parts.feed.flush(documentId)
  parts.events.emit('annotations/count-changed', { documentId })
}

function withoutPlace({ kind, body, replacement }: WorkshopContribution) {
  if (kind !== 'wording') return {}
  return { kind: 'idea', body: `${body}\n\n${replacement ?? ''}`.trim(), replacement: null } as const
}

/** In its block, or wherever the words of that line stand just once by now. */
function passageOf(
  { blockId, line, quote }: WorkshopContribution,
  { index, stateVector }: LiveText,
): VerifiedPassage | null {
  const words = quote ?? line
  if (blockId === null || words === null || words === '') return null
  const block = index.blocks.find(({ id }) => id === blockId)
  const inBlock = block ? index.text.slice(block.start, block.end).indexOf(words) : -1
  const start = block && inBlock >= 0 ? block.start + inBlock : onlyPlaceOf(words, index.text)
  if (start === null) return null
  const range = { start, end: start + words.length }
  const crdt = createCrdtRange(index, range)
  return crdt === null ? null : { text: index.text, stateVector, range, crdt }
}

function onlyPlaceOf(words: string, text: string): number | null {
  const start = text.indexOf(words)
  return start >= 0 && text.indexOf(words, start + 1) < 0 ? start : null
}
