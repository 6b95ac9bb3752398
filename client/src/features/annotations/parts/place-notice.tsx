import { useTranslation } from 'react-i18next'
import type { Place } from '../painting/place.js'

type NoticeProps = { place: Place; isActive: boolean }

/** What became of a passage, in a sentence. That all is as it was is told only to whoever looks closer. */
export function PlaceNotice({ place, isActive }: NoticeProps) {
  const { t } = useTranslation('annotations')
  switch (place.type) {
    case 'document':
      return null
    case 'attached':
      if (!place.changed && !isActive) return null
      return <p className="note__place">{t(place.changed ? 'place.changed' : 'place.exact')}</p>
    case 'suggested':
    case 'searching':
    case 'orphaned':
      return <p className="note__place">{t(`place.${place.type}`)}</p>
  }
}
