import type { Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { ReleasePage } from '@randnotiz/contract/publishing/release'
import { releaseOf } from '../storage/release-store.js'
import type { VersionParts } from '../versions/parts.js'

/** A release to be read, by everybody and for good. */
export async function getRelease(
  parts: VersionParts,
  { slug, number }: { slug: Slug; number: number },
): Promise<Result<ReleasePage>> {
  const document = await parts.documents.bySlug(slug)
  if (document === null) return refuse('documents/unknown')
  const releases = await parts.releases.ofDocument(document.id)
  const record = releases.find(release => release.number === number)
  const [newest] = releases
  if (!record || !newest) return refuse('publishing/unknown-version')
  const before = releases.find(release => release.number === number - 1)?.createdAt ?? ''
  const links = await parts.changeLinks(document.id)
  const html = await parts.kept.text(record.token, 'html')
  return accept({
    document,
    release: releaseOf(record),
    text: { html, outline: record.outline, words: record.words },
    newest: newest.number,
    contributions: links.filter(({ at }) => before < at && at <= record.createdAt).length,
  })
}
