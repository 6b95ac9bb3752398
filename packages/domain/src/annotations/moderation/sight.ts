import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { may } from '../../accounts/permissions.js'

/** What somebody gets to see: what everybody sees, their own words too, or all words. */
export type Sight = { kind: 'public' } | { kind: 'person'; id: UserId } | { kind: 'moderator' }

export const publicSight: Sight = { kind: 'public' }

export function sightOf(viewer: Viewer): Sight {
  if (viewer.kind === 'anonymous') return publicSight
  if (may(viewer, 'annotation:moderate') === null) return { kind: 'moderator' }
  return { kind: 'person', id: viewer.id }
}

/** Whether somebody may read these words. */
export function mayRead(
  sight: Sight,
  { publication, authorId }: { publication: Publication; authorId: UserId },
): boolean {
  if (publication.state === 'published' || sight.kind === 'moderator') return true
  return sight.kind === 'person' && sight.id === authorId
}

/** Whose state is shown without words, without its reasons too. */
export function placeholderOf(publication: Publication): Publication {
  switch (publication.state) {
    case 'published':
    case 'withdrawn':
      return publication
    case 'held':
      return { ...publication, reasons: [] }
    case 'hidden':
      return { ...publication, decisionId: null }
  }
}
