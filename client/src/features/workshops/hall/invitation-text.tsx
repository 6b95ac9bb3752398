import type { Invitation } from '@randnotiz/contract/workshops/endpoints'
import { CalendarDays, MapPin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'

/** What stands on the invitation, also for browsers without scripts. */
export function InvitationText({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('workshops')
  const language = useLanguage()
  const { startsAt, place, rehearsal } = invitation
  return (
    <div className="hall-invitation">
      {rehearsal && <p className="hall-invitation__rehearsal">{t('hall.rehearsal')}</p>}
      {(startsAt !== null || place !== '') && (
        <ul className="hall-invitation__facts">
          {startsAt !== null && (
            <li>
              <CalendarDays aria-hidden="true" />
              {formatDateTime(startsAt, language)}
            </li>
          )}
          {place !== '' && (
            <li>
              <MapPin aria-hidden="true" />
              {place}
            </li>
          )}
        </ul>
      )}
      {invitation.invitation !== '' && <p className="hall-invitation__words">{invitation.invitation}</p>}
    </div>
  )
}
