import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Base64 } from '@randnotiz/contract/kit/wire-values'
import type { FlatIndex } from '@randnotiz/document-schema/flat-text'

/** The text of a document as it stands, with the way into its CRDT. A snapshot: read it anew for each deed. */
export type LiveText = {
  index: FlatIndex
  /** Yjs state vector of exactly this text. */
  stateVector: Base64
}

/** Null when there is no such document. */
export type ReadLiveText = (documentId: DocumentId) => Promise<LiveText | null>
