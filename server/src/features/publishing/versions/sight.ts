import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { VersionName } from '@randnotiz/contract/publishing/version'
import { may } from '@randnotiz/domain/accounts/permissions'
import { versionNamed } from '@randnotiz/domain/publishing/versions'
import type { VersionParts } from './parts.js'

export type VersionSight = { live: boolean; days: boolean }

/** Releases are everybody's; the days are for staff, and so is the live text where citizens see the last release. */
export async function sightOfVersions(
  { documents, releases }: Pick<VersionParts, 'documents' | 'releases'>,
  documentId: DocumentId,
  viewer: Viewer,
): Promise<VersionSight> {
  if (may(viewer, 'document:see-drafts') === null) return { live: true, days: true }
  const shown = await documents.shown(documentId)
  const hidden = shown === 'release' && (await releases.last(documentId)) !== null
  return { live: !hidden, days: false }
}

export function sees(sight: VersionSight, version: VersionName): boolean {
  const { kind } = versionNamed(version)
  if (kind === 'release') return true
  return kind === 'live' ? sight.live : sight.days
}
