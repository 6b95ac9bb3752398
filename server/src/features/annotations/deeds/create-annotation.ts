import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { PassageClaim, Target } from '@randnotiz/contract/annotations/target'
import type { DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { checkCreation } from '@randnotiz/domain/annotations/creation'
import type { LiveText } from '../live-text.js'
import { wordsIn } from '../moderation/written.js'
import { type VerifiedPassage, verifyClaim, verifyInRelease } from '../passage/verify-claim.js'
import type { AnnotationRecord } from '../storage/record.js'
import { commandDigest } from './digest.js'
import { keepTarget } from './keep-target.js'
import type { DeedParts } from './parts.js'
import { announced, earlierAnswer } from './receipt.js'

/** Attaches a contribution to a passage, or to the whole text. Carried out at most once for each command id. */
export async function createAnnotation(
  parts: DeedParts,
  command: CreateAnnotation,
  viewer: Viewer,
): Promise<Result<Annotation>> {
  const speaker = await speakerOf(parts, command, viewer)
  if (!speaker.ok) return speaker
  const { authorId, received } = speaker.value
  const receipt = {
    authorId,
    commandId: command.commandId,
    commandDigest: commandDigest(command),
  }
  const earlier = await earlierAnswer(parts, receipt, viewer)
  if (earlier) return earlier
  const allowed = await parts.askPermission(viewer, received ? 'intake' : 'annotate', command.documentId)
  if (!allowed.ok) return allowed
  if (command.kind === 'wording' && received === null) {
    const mayPropose = await parts.askPermission(viewer, 'propose', command.documentId)
    if (!mayPropose.ok) return mayPropose
  }
  const sensible = checkCreation(command)
  if (!sensible.ok) return sensible

  const placed = await place(parts, command)
  if (!placed.ok) return placed
  const { documentId, kind, body, reason, instead, replacement } = command
  const record = await parts.annotations.insert({
    ...receipt,
    ...placed.value,
    documentId,
    kind,
    body,
    reason,
    instead,
    replacement,
    received,
    createdAt: parts.clock.now(),
    publication: await parts.judgeArrival(viewer, { documentId, texts: wordsIn(command) }),
  })
  if (record) {
    parts.events.emit('annotations/count-changed', { documentId })
    if (placed.value.resolution.status === 'pending') parts.lookFor(documentId)
    return announced(parts, record, viewer)
  }
  // Another connection of the same person was faster with the same command.
  return (await earlierAnswer(parts, receipt, viewer)) ?? refuse('server/unavailable')
}

type Speaker = { authorId: UserId; received: AnnotationRecord['received'] }

/** Whose words they are: the viewer's, or those of a letter that somebody of the staff types in. */
async function speakerOf(
  parts: DeedParts,
  { intake, documentId }: CreateAnnotation,
  viewer: Viewer,
): Promise<Result<Speaker>> {
  if (viewer.kind === 'anonymous') return refuse('accounts/sign-in-required')
  if (intake === null) return accept({ authorId: viewer.id, received: null })
  const allowed = await parts.askPermission(viewer, 'intake', documentId)
  if (!allowed.ok) return allowed
  const item = await parts.intake.byId(intake)
  const document = await parts.documentById(documentId)
  if (item === null || item.processId !== document?.processId) return refuse('annotations/unknown-intake')
  const { personId, channel, receivedOn } = item
  return accept({ authorId: personId, received: { itemId: item._id, channel, on: receivedOn } })
}

type Placed = { target: Target; resolution: Resolution }

async function place(parts: DeedParts, command: CreateAnnotation): Promise<Result<Placed>> {
  const { documentId, passage } = command
  const live = await parts.liveText(documentId)
  if (live === null) return refuse('documents/unknown')
  parts.recentTexts.remember(documentId, { stateVector: live.stateVector, text: live.index.text })
  if (passage === null)
    return accept({ target: { kind: 'document', documentId }, resolution: { status: 'whole' } })
  const verified = await verify(parts, { documentId, passage, live })
  if (!verified.ok) return verified
  return accept(await keepTarget(parts, { documentId, passage: verified.value, live }))
}

type Claimed = { documentId: DocumentId; passage: PassageClaim; live: LiveText }

async function verify(
  { recentTexts, releaseText }: DeedParts,
  { documentId, passage, live }: Claimed,
): Promise<Result<VerifiedPassage>> {
  if (passage.release !== undefined)
    return verifyInRelease(passage, await releaseText(documentId, passage.release))
  return verifyClaim(passage, { live, remembered: recentTexts.find(documentId, passage.stateVector) })
}
