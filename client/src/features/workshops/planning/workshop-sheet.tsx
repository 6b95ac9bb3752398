import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { Invitation } from '@randnotiz/contract/workshops/endpoints'
import { deskPath, joinCodePath, joinPath } from '@randnotiz/contract/workshops/paths'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { Tickets } from './tickets.js'
import './sheet.css'

/** To be printed: one sheet for the door, and entry tickets to be cut apart. */
export function WorkshopSheet({ desk }: { desk: DeskView }) {
  const { t } = useTranslation('workshops')
  const language = useLanguage()
  const { session, code, workshopId } = desk
  const { title, invitation, place, startsAt } = session.setup
  return (
    <div className="sheet-page">
      <p className="sheet-page__ways">
        <Button look="primary" size="small" onClick={() => window.print()}>
          <Printer aria-hidden="true" />
          {t('sheet.print')}
        </Button>
        <Link to={deskPath(workshopId)} className={buttonClass({ look: 'quiet', size: 'small' })}>
          {t('editor.toDesk')}
        </Link>
      </p>
      <article className="door-sheet">
        <p className="door-sheet__about">{t('sheet.about')}</p>
        <h1>{title}</h1>
        {(startsAt !== null || place !== '') && (
          <p className="door-sheet__when">
            {[startsAt === null ? '' : formatDateTime(startsAt, language), place]
              .filter(part => part !== '')
              .join(' · ')}
          </p>
        )}
        {invitation !== '' && <p className="door-sheet__words">{invitation}</p>}
        <img src={joinCodePath(code)} alt={t('stage.code')} width="320" height="320" />
        <p>{t('sheet.how')}</p>
        <p className="door-sheet__address">{addressOf(code)}</p>
        <p className="door-sheet__code">{code}</p>
      </article>
      <Tickets desk={desk} />
    </div>
  )
}

const addressOf = (code: Invitation['code']) =>
  typeof location === 'undefined' ? joinPath(code) : `${location.host}${joinPath(code)}`
