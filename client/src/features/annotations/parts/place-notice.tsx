import { useTranslation } from 'react-i18next'
import type { Place } from '../painting/place.js'

/** What became of a passage, in a sentence; nothing when all is as it was. */
export function PlaceNotice({ place }: { place: Place }) {
  const { t } = useTranslation('annotations')
  switch (place.type) {
    case 'document':
      return null
    case 'attached':
      return place.changed ? <p className="note__place">{t('place.changed')}</p> : null
    case 'suggested':
    case 'searching':
    case 'orphaned':
      return <p className="note__place">{t(`place.${place.type}`)}</p>
  }
}
