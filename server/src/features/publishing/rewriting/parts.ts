import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { PassagePreview } from '@randnotiz/contract/annotations/passage-preview'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { VersionName } from '@randnotiz/contract/publishing/version'
import type { Documents } from '../../documents/index.js'
import type { TextThread } from '../texts/text-thread.js'

/** What would become of a document's annotations if its text were another one; told by a feature further right. */
export type PreviewPassages = (question: PassagesQuestion) => Promise<PassagePreview>

export type PassagesQuestion = {
  documentId: DocumentId
  viewer: Viewer
  /** The live text as one Yjs update, and the edit that makes it another. */
  present: Uint8Array
  edit: Uint8Array
}

export type RewritingParts = {
  documents: Documents
  texts: TextThread
  previewPassages: PreviewPassages
  /** Keeps a live text, given as one Yjs update, before it is replaced. */
  keepReplaced(documentId: DocumentId, update: Uint8Array): Promise<void>
  /** Canonical content of a version that was kept; null when there is none. */
  keptContent(documentId: DocumentId, version: VersionName): Promise<string | null>
}
