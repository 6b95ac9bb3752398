import { agendaPath, minutesPath, sheetPath, workshopsPath } from '@randnotiz/contract/workshops/paths'
import { Badge } from '@randnotiz/ui/badge'
import { buttonClass } from '@randnotiz/ui/button-class'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useConnection } from '../../../platform/use-connection.js'
import { useDeskContext } from './use-desk.js'

/** Which workshop this is, how it stands, and the ways to its other pages. */
export function DeskHead() {
  const { t } = useTranslation('workshops')
  const { view } = useDeskContext()
  const connection = useConnection()
  const { session, code, workshopId } = view
  return (
    <header className="desk-head">
      <div className="desk-head__words">
        <p className="desk-head__facts">
          <Link to={workshopsPath}>{t('list.title')}</Link>
          <Badge tone="accent">{t(`phase.${session.phase}`)}</Badge>
          {session.setup.rehearsal && <Badge tone="warning">{t('rehearsal')}</Badge>}
          {connection.type === 'offline' && <Badge tone="warning">{t('hall.offline')}</Badge>}
        </p>
        <h1>{session.setup.title}</h1>
      </div>
      <p className="desk-head__code">
        <span>{t('desk.code')}</span>
        <strong>{code}</strong>
      </p>
      <nav className="desk-head__ways" aria-label={t('desk.ways')}>
        <Link to={agendaPath(workshopId)} className={buttonClass({ look: 'quiet', size: 'small' })}>
          {t('desk.editAgenda')}
        </Link>
        <Link to={sheetPath(workshopId)} className={buttonClass({ look: 'quiet', size: 'small' })}>
          {t('desk.sheet')}
        </Link>
        {(session.phase === 'closed' || session.phase === 'published' || session.phase === 'closing') && (
          <Link to={minutesPath(workshopId)} className={buttonClass({ look: 'quiet', size: 'small' })}>
            {t('minutesPage.toMinutes')}
          </Link>
        )}
      </nav>
    </header>
  )
}
