import { useTranslation } from 'react-i18next'
import { useViewer } from '../../../platform/viewer.js'

/** Asks a guest who signs in; what they have written goes with them unless they say no. */
export function StayGuest() {
  const { t } = useTranslation('accounts')
  const viewer = useViewer()
  if (viewer.kind !== 'guest') return null
  return (
    <label className="stay-guest">
      <input type="checkbox" name="guest" value="leave" />
      <span>{t('guest.stays', { pseudonym: viewer.pseudonym })}</span>
    </label>
  )
}
