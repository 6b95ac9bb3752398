import { describePassage } from '@randnotiz/anchoring'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { PassageTarget } from '../passage/resolve-target.js'
import type { VerifiedPassage } from '../passage/verify-claim.js'
import type { DeedParts } from './parts.js'

/** Makes the lasting target of a passage; the text it quotes is kept for good before anything refers to it. */
export async function keepTarget(
  { textStates, clock }: DeedParts,
  documentId: DocumentId,
  { text, range, crdt, stateVector }: VerifiedPassage,
): Promise<PassageTarget> {
  const textStateId = await textStates.keep(documentId, text, clock.now())
  const quote = describePassage(text, range)
  return { kind: 'passage', documentId, textStateId, quote, range, crdt, stateVector }
}
