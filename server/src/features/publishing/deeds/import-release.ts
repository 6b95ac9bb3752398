import type { CommandId, DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import { toBase64 } from '@randnotiz/document-schema/base64'
import * as Y from 'yjs'
import type { VersionParts } from '../versions/parts.js'
import { writeRelease } from '../versions/write-release.js'

/** A release that was published before this server had the text: its text as one Yjs update. */
export type ImportedRelease = {
  documentId: DocumentId
  commandId: CommandId
  authorId: UserId
  number: number
  title: string
  summary: string
  createdAt: Date
  update: Uint8Array
}

/** Stores a release as if it had been published here. Does nothing when it is there. */
export async function importRelease(parts: VersionParts, imported: ImportedRelease): Promise<void> {
  const { update, number, ...said } = imported
  if ((await parts.releases.byNumber(said.documentId, number)) !== null) return
  const text = await parts.texts.compose(update)
  const stateVector = toBase64(Y.encodeStateVectorFromUpdate(update))
  const live = { documentId: said.documentId, update, stateVector, seq: 0 }
  const release = await writeRelease(
    parts,
    { ...said, after: number - 1, commandDigest: 'import' },
    { live, text },
  )
  if ((await parts.releases.insert(release)) === null) await parts.kept.remove(release.token)
}
