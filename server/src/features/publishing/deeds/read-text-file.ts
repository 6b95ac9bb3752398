import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { mostLosses, type TextOfFile } from '@randnotiz/contract/publishing/text-file'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { ImportingParts } from '../importing/parts.js'
import { lossOfImage, type PlacedImage, placeImages } from '../importing/place-images.js'
import type { FileImage, FileText } from '../importing/reading/file-jobs.js'

type TextFile = { documentId: DocumentId; name: string; bytes: Uint8Array }

/** What a file would be as a text of ours. Its images are stored, so that they can be looked at; nothing else is. */
export async function readTextFile(
  parts: ImportingParts,
  { documentId, name, bytes }: TextFile,
  viewer: Viewer,
): Promise<Result<TextOfFile>> {
  const refusal = may(viewer, 'document:edit')
  if (refusal !== null || viewer.kind === 'anonymous') return refuse(refusal ?? 'accounts/sign-in-required')
  const answer = await parts.files.read({ name, bytes })
  if (answer.kind === 'refused') return refuse(answer.code)
  const images = await keepImages(parts, answer.text.images, { documentId, uploaderId: viewer.id })
  const draft = await parts.texts.draft(placeImages(answer.text.content, images))
  if (draft === null) return refuse('publishing/file-unreadable')
  return accept({ ...told(answer.text, images), ...draft })
}

type Owners = { documentId: DocumentId; uploaderId: UserId }

/** One after the other: each is decoded and encoded anew. */
async function keepImages(
  { documents }: ImportingParts,
  images: readonly FileImage[],
  owners: Owners,
): Promise<PlacedImage[]> {
  const placed: PlacedImage[] = []
  for (const { bytes } of images) {
    const kept = await documents.keepImage({ ...owners, bytes })
    placed.push(kept.ok ? { src: kept.value.src, width: kept.value.width, height: kept.value.height } : null)
  }
  return placed
}

function told({ kind, title, images, losses }: FileText, placed: readonly PlacedImage[]) {
  const lost = images.filter((_, number) => placed[number] === null)
  const all = [...losses, ...lost.map(lossOfImage)]
  return {
    kind,
    title,
    images: images.length - lost.length,
    losses: all.slice(0, mostLosses),
    lossesLeftOut: Math.max(0, all.length - mostLosses),
  }
}
