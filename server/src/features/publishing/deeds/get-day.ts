import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DayPage } from '@randnotiz/contract/publishing/release'
import type { Day } from '@randnotiz/contract/publishing/version'
import type { VersionParts } from '../versions/parts.js'

/** For staff: how a text ended a day. */
export async function getDay(
  { documents, days, kept }: VersionParts,
  { slug, day }: { slug: Slug; day: Day },
  viewer: Viewer,
): Promise<Result<DayPage>> {
  const document = await documents.bySlug(slug)
  if (document === null) return refuse('documents/unknown')
  const allowed = await documents.ask(viewer, 'document:see-drafts', document.id)
  if (!allowed.ok) return allowed
  const version = await days.byDay(document.id, day)
  if (version === null) return refuse('publishing/unknown-version')
  const { words, outline, token } = version
  return accept({
    document,
    version: { day, words },
    text: { html: await kept.text(token, 'html'), outline, words },
  })
}
