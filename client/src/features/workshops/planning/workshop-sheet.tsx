import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { Invitation } from '@randnotiz/contract/workshops/endpoints'
import { issueTickets } from '@randnotiz/contract/workshops/endpoints'
import type { TicketCode } from '@randnotiz/contract/workshops/hall'
import { deskPath, joinCodePath, joinPath } from '@randnotiz/contract/workshops/paths'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { TextField } from '@randnotiz/ui/text-field'
import { Printer, Ticket } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import { newCommandId } from '../live/new-ids.js'
import { TicketSheet } from './ticket-sheet.js'
import './sheet.css'

/** To be printed: one sheet for the door, and entry tickets to be cut apart. */
export function WorkshopSheet({ desk }: { desk: DeskView }) {
  const { t } = useTranslation('workshops')
  const language = useLanguage()
  const { session, code, workshopId } = desk
  const { title, invitation, place, startsAt, admission } = session.setup
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
      {admission === 'tickets' && <Tickets desk={desk} />}
    </div>
  )
}

const addressOf = (code: Invitation['code']) =>
  typeof location === 'undefined' ? joinPath(code) : `${location.host}${joinPath(code)}`

/** New tickets are shown once: whoever reads the database later cannot print them again. */
function Tickets({ desk }: { desk: DeskView }) {
  const { t } = useTranslation('workshops')
  const { state, run } = useDeed(issueTickets)
  const [count, setCount] = useState(30)
  const [codes, setCodes] = useState<readonly TicketCode[]>([])
  async function issue(event: FormEvent) {
    event.preventDefault()
    const body = { commandId: newCommandId(), count, replaces: null }
    const answer = await run({ params: { workshopId: desk.workshopId }, body })
    if (answer.ok) setCodes(answer.value.codes)
  }
  return (
    <section className="tickets" aria-labelledby="tickets">
      <h2 id="tickets">{t('tickets.title')}</h2>
      <p className="tickets__words">{t('tickets.text')}</p>
      <form className="tickets__form" onSubmit={issue}>
        <TextField
          label={t('tickets.count')}
          type="number"
          min={1}
          max={500}
          value={count}
          onChange={event =>
            setCount(Math.min(500, Math.max(1, Math.round(Number(event.target.value) || 1))))
          }
        />
        <Button type="submit" busy={state.type === 'under-way' ? t('tickets.underWay') : null}>
          <Ticket aria-hidden="true" />
          {t('tickets.make')}
        </Button>
      </form>
      <DeedProblem state={state} />
      {codes.length > 0 && <TicketSheet codes={codes} desk={desk} />}
    </section>
  )
}
