import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { Place } from './place.js'

/** What the server says, until the live document is there to ask. Good for a list, not for painting. */
export function placeByServer({ resolution }: Annotation): Place {
  switch (resolution.status) {
    case 'exact':
    case 'changed':
      return { type: 'attached', range: resolution.range, changed: resolution.status === 'changed' }
    case 'pending':
      return { type: 'searching' }
    case 'whole':
      return { type: 'document' }
    case 'suggested':
    case 'orphaned':
      return { type: resolution.status }
  }
}
