import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { ComparedVersion } from '@randnotiz/contract/publishing/comparison'
import type { Hash, VersionName } from '@randnotiz/contract/publishing/version'
import { versionNamed } from '@randnotiz/domain/publishing/versions'
import type { VersionParts } from './parts.js'

export type VersionText = Omit<ComparedVersion, 'version'> & {
  version: VersionName
  state: Hash
  /** Canonical content. */
  content: string
}

type Parts = Pick<VersionParts, 'releases' | 'days' | 'kept' | 'live'>

/** The content of any version of a text; null when there is none of that name. */
export async function readVersion(
  parts: Parts,
  documentId: DocumentId,
  version: VersionName,
): Promise<VersionText | null> {
  const named = versionNamed(version)
  switch (named.kind) {
    case 'live': {
      const composition = await parts.live.of(documentId)
      if (composition === null) return null
      const { state, content } = composition.text
      return { version, title: null, at: null, state, content }
    }
    case 'release': {
      const release = await parts.releases.byNumber(documentId, named.number)
      if (release === null) return null
      const { title, createdAt: at, state, token } = release
      return { version, title, at, state, content: await parts.kept.text(token, 'content') }
    }
    case 'day': {
      const day = await parts.days.byDay(documentId, named.day)
      if (day === null) return null
      const { changedAt, state, token } = day
      const content = await parts.kept.text(token, 'content')
      return { version, title: null, at: changedAt.toISOString(), state, content }
    }
  }
}
