import { describePassage } from '@randnotiz/anchoring'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { LiveText } from '../live-text.js'
import type { PassageTarget } from '../passage/passage-target.js'
import type { VerifiedPassage } from '../passage/verify-claim.js'
import type { DeedParts } from './parts.js'

export type Placed = { target: PassageTarget; resolution: Resolution }

/**
 * Makes the lasting target of a passage; the text it quotes is kept for good before anything refers to it. A passage of
 * the present text is where it was found; one of a remembered state is still to be looked for.
 */
export async function keepTarget(
  { textStates, clock }: Pick<DeedParts, 'textStates' | 'clock'>,
  { documentId, passage, live }: { documentId: DocumentId; passage: VerifiedPassage; live: LiveText },
): Promise<Placed> {
  const { text, range, crdt, stateVector } = passage
  const now = clock.now()
  const isPresent = text === live.index.text && stateVector === live.stateVector
  const resolution: Resolution = isPresent
    ? { status: 'exact', range, crdt, method: 'crdt', resolvedAt: now.toISOString() }
    : { status: 'pending' }
  const quote = describePassage(text, range)
  const textStateId = await textStates.keep(documentId, text, now)
  const anchor = { textStateId, quote, range, crdt, stateVector }
  const target: PassageTarget = {
    kind: 'passage',
    documentId,
    ...(passage.release === undefined ? {} : { release: passage.release }),
    ...anchor,
  }
  return { target, resolution }
}
