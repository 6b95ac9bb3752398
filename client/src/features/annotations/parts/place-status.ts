import type { Place } from '../painting/place.js'

/** What became of a passage. */
export type PlaceStatus = 'document' | 'exact' | 'changed' | 'suggested' | 'searching' | 'orphaned'

export function placeStatus(place: Place): PlaceStatus {
  if (place.type !== 'attached') return place.type
  return place.changed ? 'changed' : 'exact'
}
