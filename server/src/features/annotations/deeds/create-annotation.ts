import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { PassageClaim, Target } from '@randnotiz/contract/annotations/target'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { checkCreation } from '@randnotiz/domain/annotations/creation'
import type { LiveText } from '../live-text.js'
import { wordsIn } from '../moderation/written.js'
import { type VerifiedPassage, verifyClaim, verifyInRelease } from '../passage/verify-claim.js'
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
  if (viewer.kind === 'anonymous') return refuse('accounts/sign-in-required')
  const receipt = {
    authorId: viewer.id,
    commandId: command.commandId,
    commandDigest: commandDigest(command),
  }
  const earlier = await earlierAnswer(parts, receipt, viewer)
  if (earlier) return earlier
  const allowed = await parts.askPermission(viewer, 'annotate', command.documentId)
  if (!allowed.ok) return allowed
  if (command.kind === 'wording') {
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
