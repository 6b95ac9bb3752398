import { Card } from '@randnotiz/ui/card'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useViewer } from '../../platform/viewer.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'
import { openRooms } from '../layout/staff-rooms.js'

/** Where staff find their rooms. */
export default function StaffPage() {
  const { t } = useTranslation()
  const rooms = openRooms(useViewer())
  if (rooms.length === 0) return <Refused refusal={{ code: 'accounts/not-permitted' }} />
  return (
    <StaffFrame title={t('staff.title')} intro={t('staff.intro')}>
      <ul className="staff-frame__cards">
        {rooms.map(({ name, path }) => (
          <li key={path}>
            <Card clickable="whole" className="staff-frame__card">
              <h2>
                <Link to={path} className="card__link">
                  {t(`staff.rooms.${name}.title`)}
                </Link>
              </h2>
              <p>{t(`staff.rooms.${name}.text`)}</p>
            </Card>
          </li>
        ))}
      </ul>
    </StaffFrame>
  )
}
