import { describePassage } from '@randnotiz/anchoring'
import type { AcceptProposal } from '@randnotiz/contract/annotations/commands'
import type { TextRange } from '@randnotiz/contract/annotations/target'
import { BlockId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { createCrdtRange, resolveCrdtRange } from '@randnotiz/document-schema/crdt-range'
import { type EditedWords, editWords } from '@randnotiz/document-schema/edit-words'
import { acceptanceOf, hunksBetween } from '@randnotiz/domain/annotations/proposal'
import type { LiveText } from '../live-text.js'
import type { AcceptedProposal, AnnotationRecord, NewAttachment } from '../storage/record.js'
import type { DeedParts } from './parts.js'

type Judged = Omit<AcceptedProposal, 'attachment'> & {
  attachment: Omit<NewAttachment, 'authorId' | 'commandId' | 'commandDigest'>
}

/**
 * Whether a proposal can be taken into the text as both stand now, and what comes of it. Words that moved or changed
 * since somebody looked are not touched. From then on the annotation is looked for at its new words.
 */
export async function judgeAcceptance(
  parts: DeedParts,
  record: AnnotationRecord,
  command: AcceptProposal,
): Promise<Result<Judged>> {
  const open = openProposal(record, command)
  if (!open.ok) return open
  const live = await parts.liveText(record.documentId)
  const doc = live?.index.elements[0]?.doc
  if (!live || !doc) return refuse('documents/unknown')
  const place = placeOf(record, live)
  if (place === null || live.index.text.slice(place.start, place.end) !== command.before)
    return refuse('annotations/passage-changed')
  const { before, wording } = command
  const hunks = hunksBetween(before, wording)
  if (hunks.length === 0) return refuse('request/invalid', { field: 'wording' })
  const edits = hunks.map(({ start, end, text }) => ({
    start: place.start + start,
    end: place.start + end,
    text,
  }))
  const edited = editWords(doc, edits)
  if (edited === null) return refuse('annotations/proposal-spans-lines')
  return written(parts, { record, command, proposed: open.value, place, edited })
}

function openProposal(record: AnnotationRecord, { edition }: AcceptProposal): Result<string> {
  const { kind, replacement, proposal, publication } = record
  if (kind !== 'wording' || replacement === null) return refuse('annotations/no-proposal')
  if (publication.state !== 'published') return refuse('annotations/unknown')
  if (proposal?.status === 'accepted') return refuse('annotations/proposal-decided')
  return edition === record.edition ? accept(replacement) : refuse('annotations/edited-meanwhile')
}

function placeOf({ resolution }: AnnotationRecord, { index }: LiveText): TextRange | null {
  if (resolution.status !== 'exact' && resolution.status !== 'changed') return null
  const found = resolveCrdtRange(index, resolution.crdt)
  return found.kind === 'alive' ? { start: found.start, end: found.end } : null
}

type Writing = {
  record: AnnotationRecord
  command: AcceptProposal
  proposed: string
  place: TextRange
  edited: EditedWords
}

async function written(
  { textStates, clock }: DeedParts,
  { record, command, proposed, place, edited }: Writing,
): Promise<Result<Judged>> {
  const { before, wording: after } = command
  const { index, stateVector, update } = edited
  const range = { start: place.start, end: place.start + after.length }
  const crdt = createCrdtRange(index, range)
  if (crdt === null) return refuse('annotations/passage-changed')
  const now = clock.now()
  const at = now.toISOString()
  const textStateId = await textStates.keep(record.documentId, index.text, now)
  const anchor = { textStateId, quote: describePassage(index.text, range), range, crdt, stateVector }
  const { status } = record.resolution
  const attachment = {
    decision: 'attached' as const,
    anchor,
    reason: '',
    from: { status, words: before },
    decidedAt: now,
  }
  return accept({
    proposal: {
      status: 'accepted',
      acceptance: acceptanceOf({ before, proposed, wording: after }),
      before,
      after,
      blockIds: edited.blockIds.map(id => BlockId.parse(id)),
      at,
    },
    resolution: { status: 'changed', range, crdt, method: 'proposal', resolvedAt: at },
    attachment,
    edit: update,
  })
}
