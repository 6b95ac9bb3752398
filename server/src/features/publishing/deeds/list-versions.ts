import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { VersionList } from '@randnotiz/contract/publishing/release'
import { may } from '@randnotiz/domain/accounts/permissions'
import { releaseOf } from '../storage/release-store.js'
import type { VersionParts } from '../versions/parts.js'
import { sightOfVersions } from '../versions/sight.js'

/** Every release of a text, and for staff how it ended the days between them. */
export async function listVersions(
  parts: VersionParts,
  slug: Slug,
  viewer: Viewer,
): Promise<Result<VersionList>> {
  const document = await parts.documents.bySlug(slug)
  if (document === null) return refuse('documents/unknown')
  const [sight, releases, shown] = await Promise.all([
    sightOfVersions(parts, document.id, viewer),
    parts.releases.ofDocument(document.id),
    parts.documents.shown(document.id),
  ])
  const days = sight.days ? await parts.days.ofDocument(document.id) : []
  const composition = sight.live ? await parts.live.of(document.id) : null
  return accept({
    document,
    shown,
    releases: releases.map(releaseOf),
    days: days.map(({ day, words }) => ({ day, words })),
    ahead: composition && composition.text.state !== releases[0]?.state,
    permissions: {
      history: sight.days,
      edit: may(viewer, 'document:edit') === null,
      publish: may(viewer, 'release:publish') === null,
    },
  })
}
