import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { may } from '../../accounts/permissions.js'

/**
 * What somebody gets to see: what everybody sees, their own words too, or all words. The office at its desk reads what
 * everybody and its person read, without bars.
 */
export type Sight =
  | { kind: 'public' }
  | { kind: 'person'; id: UserId }
  | { kind: 'office'; id: UserId | null }
  | { kind: 'moderator' }

export const publicSight: Sight = { kind: 'public' }

/** For whoever puts the bars in by their own hand. */
export const unbarredSight: Sight = { kind: 'office', id: null }

export function sightOf(viewer: Viewer): Sight {
  if (viewer.kind === 'anonymous') return publicSight
  if (may(viewer, 'annotation:moderate') === null) return { kind: 'moderator' }
  return { kind: 'person', id: viewer.id }
}

/** For somebody who works on contributions. */
export function deskSightOf(viewer: Viewer): Sight {
  const sight = sightOf(viewer)
  return sight.kind === 'person' ? { kind: 'office', id: sight.id } : sight
}

/** Whether somebody reads words that were blackened for everybody else. */
export function seesBlackened(sight: Sight, { authorId }: { authorId: UserId }): boolean {
  if (sight.kind === 'moderator' || sight.kind === 'office') return true
  return sight.kind === 'person' && sight.id === authorId
}

/** Whether somebody may read these words. */
export function mayRead(
  sight: Sight,
  { publication, authorId }: { publication: Publication; authorId: UserId },
): boolean {
  if (publication.state === 'published' || sight.kind === 'moderator') return true
  return 'id' in sight && sight.id === authorId
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
