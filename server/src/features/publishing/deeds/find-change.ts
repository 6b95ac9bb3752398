import type { AnnotationId, Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { ChangePlace } from '@randnotiz/contract/publishing/comparison'
import { VersionName } from '@randnotiz/contract/publishing/version'
import { versionsAround } from '@randnotiz/domain/publishing/versions'
import type { VersionParts } from '../versions/parts.js'

/** Where one sees what a contribution changed: between which versions, and at which block. */
export async function findChange(
  { documents, releases, changeLinks }: VersionParts,
  { slug, annotationId }: { slug: Slug; annotationId: AnnotationId },
): Promise<Result<ChangePlace>> {
  const document = await documents.bySlug(slug)
  if (document === null) return refuse('documents/unknown')
  const link = (await changeLinks(document.id)).find(one => one.annotationId === annotationId)
  if (!link) return refuse('publishing/unknown-version')
  const { from, to } = versionsAround(await releases.ofDocument(document.id), link.at)
  const name = (version: number | 'live') => VersionName.parse(String(version))
  return accept({ from: name(from ?? to), to: name(to), blockId: link.blockIds[0] ?? null })
}
