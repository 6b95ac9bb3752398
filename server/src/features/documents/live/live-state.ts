import type { Collab } from '@randnotiz/collab'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Base64 } from '@randnotiz/contract/kit/wire-values'
import { toBase64 } from '@randnotiz/document-schema/base64'

/** A live text as it is on disk, as one Yjs update. */
export type LiveState = {
  documentId: DocumentId
  update: Uint8Array
  /** Yjs state vector. */
  stateVector: Base64
  /** The last row of the log that it contains. */
  seq: number
}

/** Read in the thread that folds logs. */
export async function readLiveState(
  collab: Pick<Collab, 'readState'>,
  documentId: DocumentId,
): Promise<LiveState> {
  const { update, stateVector, seq } = await collab.readState(documentId)
  return { documentId, update, stateVector: toBase64(stateVector), seq }
}

/** Nothing was written in between, and nobody put another document in its place. */
export function isSameState(one: LiveState, other: LiveState): boolean {
  return one.seq === other.seq && one.stateVector === other.stateVector
}
