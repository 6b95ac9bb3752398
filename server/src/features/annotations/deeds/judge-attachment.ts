import type { FormerPlace } from '@randnotiz/contract/annotations/attachment-history'
import type { AttachAnnotation } from '@randnotiz/contract/annotations/commands'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { PassageClaim } from '@randnotiz/contract/annotations/target'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { resolveCrdtRange } from '@randnotiz/document-schema/crdt-range'
import type { LiveText } from '../live-text.js'
import { attachedAs } from '../passage/attached-as.js'
import type { PassageTarget } from '../passage/passage-target.js'
import { type VerifiedPassage, verifyClaim } from '../passage/verify-claim.js'
import type { AnnotationRecord, NewAttachment } from '../storage/record.js'
import { keepTarget } from './keep-target.js'
import type { DeedParts } from './parts.js'

type Judged = Omit<NewAttachment, 'authorId' | 'commandId' | 'commandDigest'> & { resolution: Resolution }

/**
 * Whether a decision about the place of an annotation can be taken as the annotation and the text stand now, and what
 * follows from it. A passage is believed as far as that of a new annotation is.
 */
export async function judgeAttachment(
  parts: DeedParts,
  record: AnnotationRecord,
  command: AttachAnnotation,
): Promise<Result<Judged>> {
  const { target, documentId, attachments } = record
  if (target.kind !== 'passage') return refuse('annotations/without-passage')
  if (command.after !== attachments.length) return refuse('annotations/attached-meanwhile')
  const live = await parts.liveText(documentId)
  if (live === null) return refuse('documents/unknown')
  const now = parts.clock.now()
  const { decision, reason } = command
  const known = { decision, reason, from: formerPlace(record, live), decidedAt: now }
  if (command.decision === 'detached')
    return accept({
      ...known,
      anchor: null,
      resolution: { status: 'orphaned', resolvedAt: now.toISOString() },
    })

  const verified = verify(parts, { record, live, claim: command.passage })
  if (!verified.ok) return verified
  if (decision === 'confirmed' && !isSuggested(record, verified.value, live))
    return refuse('annotations/suggestion-changed')
  const placed = await keepTarget(parts, { documentId, passage: verified.value, live })
  const { kind: _kind, documentId: _documentId, ...anchor } = placed.target
  return accept({ ...known, anchor, resolution: decided(target, placed.resolution, live) })
}

type Claimed = { record: AnnotationRecord; live: LiveText; claim: PassageClaim }

function verify({ recentTexts }: DeedParts, { record, live, claim }: Claimed): Result<VerifiedPassage> {
  const { documentId } = record
  recentTexts.remember(documentId, { stateVector: live.stateVector, text: live.index.text })
  return verifyClaim(claim, { live, remembered: recentTexts.find(documentId, claim.stateVector) })
}

/** Whether the passage is the place that is being suggested now, with the words that stand there now. */
function isSuggested({ resolution }: AnnotationRecord, passage: VerifiedPassage, live: LiveText): boolean {
  if (resolution.status !== 'suggested' || passage.text !== live.index.text) return false
  const found = resolveCrdtRange(live.index, resolution.crdt)
  if (found.kind !== 'alive') return false
  const { start, end } = passage.range
  return found.start <= start && end <= found.end && found.text.trim() === live.index.text.slice(start, end)
}

function decided(target: PassageTarget, found: Resolution, live: LiveText): Resolution {
  if (found.status !== 'exact') return found
  return attachedAs({ target, decisions: 1 }, { ...found, method: 'staff' }, live.index.text)
}

function formerPlace({ resolution }: AnnotationRecord, { index }: LiveText): FormerPlace {
  const { status } = resolution
  if (!('crdt' in resolution)) return { status, words: null }
  const found = resolveCrdtRange(index, resolution.crdt)
  return { status, words: found.kind === 'alive' ? found.text : null }
}
