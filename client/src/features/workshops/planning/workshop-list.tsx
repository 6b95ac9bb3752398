import type { WorkshopSummary } from '@randnotiz/contract/workshops/endpoints'
import { deskPath, planPath } from '@randnotiz/contract/workshops/paths'
import { Badge } from '@randnotiz/ui/badge'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Card } from '@randnotiz/ui/card'
import { CalendarDays, MapPin, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import './planning.css'

/** One's own workshops, those that run first. */
export function WorkshopList({ workshops }: { workshops: readonly WorkshopSummary[] }) {
  const { t } = useTranslation('workshops')
  const isRunning = ({ phase }: WorkshopSummary) => ['lobby', 'live', 'paused', 'closing'].includes(phase)
  const sorted = [...workshops.filter(isRunning), ...workshops.filter(one => !isRunning(one))]
  return (
    <div className="workshop-list">
      <p>
        <Link to={planPath} className={buttonClass({ look: 'primary' })}>
          <Plus aria-hidden="true" />
          {t('list.plan')}
        </Link>
      </p>
      {sorted.length === 0 ? (
        <p>{t('list.empty')}</p>
      ) : (
        <ul className="workshop-list__cards">
          {sorted.map(workshop => (
            <li key={workshop.id}>
              <WorkshopCard workshop={workshop} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function WorkshopCard({ workshop }: { workshop: WorkshopSummary }) {
  const { t } = useTranslation('workshops')
  const language = useLanguage()
  const { id, title, phase, startsAt, place, rehearsal, code } = workshop
  return (
    <Card clickable="whole" className="workshop-card">
      <p className="workshop-card__signs">
        <Badge tone={phase === 'live' ? 'success' : 'accent'}>{t(`phase.${phase}`)}</Badge>
        {rehearsal && <Badge tone="warning">{t('rehearsal')}</Badge>}
      </p>
      <h2>
        <Link to={deskPath(id)} className="card__link">
          {title}
        </Link>
      </h2>
      <ul className="workshop-card__facts">
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
      <p className="workshop-card__code">
        {t('desk.code')} <strong>{code}</strong>
      </p>
    </Card>
  )
}
