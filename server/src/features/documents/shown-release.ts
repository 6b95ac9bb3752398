import type { ReaderText, ShownText, TextSource } from '@randnotiz/contract/documents/document'
import type { DocumentId } from '@randnotiz/contract/kit/ids'

/** A release as a reader gets it. */
export type ShownRelease = Omit<ReaderText, 'editedAt'> & { source: Extract<TextSource, { kind: 'release' }> }

/** The last release of a document; null before the first. Known to a feature further right. */
export type ReadLastRelease = (id: DocumentId) => Promise<ShownRelease | null>

type Shown = { _id: DocumentId; shown: ShownText }

/** Whether citizens see a release where staff see the live text. */
export async function hidesLiveText(document: Shown | null, lastRelease: ReadLastRelease): Promise<boolean> {
  return document?.shown === 'release' && (await lastRelease(document._id)) !== null
}
