import { useTranslation } from 'react-i18next'
import type { Place } from '../painting/place.js'

/** What became of a passage. */
export type PlaceStatus = 'document' | 'exact' | 'changed' | 'suggested' | 'searching' | 'orphaned'

export function placeStatus(place: Place): PlaceStatus {
  if (place.type !== 'attached') return place.type
  return place.changed ? 'changed' : 'exact'
}

type NoticeProps = { status: PlaceStatus; isActive: boolean }

/** What became of a passage, in a sentence. That all is as it was is told only to whoever looks closer. */
export function PlaceNotice({ status, isActive }: NoticeProps) {
  const { t } = useTranslation('annotations')
  if (status === 'document' || (status === 'exact' && !isActive)) return null
  return <p className="note__place">{t(`place.${status}`)}</p>
}
