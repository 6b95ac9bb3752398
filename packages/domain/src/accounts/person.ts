import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { UserId } from '@randnotiz/contract/kit/ids'

/** The person who looks, with an account or as a guest; null when nobody knows. */
export function personIdOf(viewer: Viewer): UserId | null {
  return viewer.kind === 'anonymous' ? null : viewer.id
}
