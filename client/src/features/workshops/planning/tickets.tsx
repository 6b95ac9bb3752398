import type { DeskView } from '@randnotiz/contract/workshops/desk'
import { issueTickets } from '@randnotiz/contract/workshops/endpoints'
import { mostAtTable, TicketCode } from '@randnotiz/contract/workshops/hall'
import { Button } from '@randnotiz/ui/button'
import { TextField } from '@randnotiz/ui/text-field'
import { Ticket, TicketX } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'
import { newCommandId } from '../live/new-ids.js'
import { TicketSheet } from './ticket-sheet.js'

/** New tickets are shown once: whoever reads the database later cannot print them again. */
export function Tickets({ desk }: { desk: DeskView }) {
  const { t } = useTranslation('workshops')
  const [codes, setCodes] = useState<readonly TicketCode[]>([])
  const [people, setPeople] = useState(1)
  const isNeeded = desk.session.setup.admission === 'tickets'
  const made = (fresh: readonly TicketCode[], at: number) => {
    setCodes(fresh)
    setPeople(at)
  }
  return (
    <section className="tickets" aria-labelledby="tickets">
      <h2 id="tickets">{t('tickets.title')}</h2>
      <p className="tickets__words">{t('tickets.text')}</p>
      {isNeeded && <NewTickets desk={desk} onMade={fresh => made(fresh, 1)} />}
      <TableTickets desk={desk} onMade={made} />
      <LostTicket desk={desk} onMade={fresh => made(fresh, 1)} />
      {codes.length > 0 && <TicketSheet codes={codes} desk={desk} people={people} />}
    </section>
  )
}

type Props = { desk: DeskView; onMade(codes: readonly TicketCode[]): void }

function NewTickets({ desk, onMade }: Props) {
  const { t } = useTranslation('workshops')
  const { state, run } = useDeed(issueTickets)
  const [count, setCount] = useState(30)
  async function issue(event: FormEvent) {
    event.preventDefault()
    const body = { commandId: newCommandId(), count, replaces: null, people: 1 }
    const answer = await run({ params: { workshopId: desk.workshopId }, body })
    if (answer.ok) onMade(answer.value.codes)
  }
  return (
    <>
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
    </>
  )
}

const between = (least: number, most: number, typed: string) =>
  Math.min(most, Math.max(least, Math.round(Number(typed) || least)))

/** For people who share a device: each counts, and they vote by show of hands at their table. */
function TableTickets({
  desk,
  onMade,
}: {
  desk: DeskView
  onMade(codes: readonly TicketCode[], people: number): void
}) {
  const { t } = useTranslation('workshops')
  const { state, run } = useDeed(issueTickets)
  const [count, setCount] = useState(5)
  const [people, setPeople] = useState(8)
  async function issue(event: FormEvent) {
    event.preventDefault()
    const body = { commandId: newCommandId(), count, replaces: null, people }
    const answer = await run({ params: { workshopId: desk.workshopId }, body })
    if (answer.ok) onMade(answer.value.codes, people)
  }
  return (
    <>
      <h3>{t('tickets.tables')}</h3>
      <p className="tickets__words">{t('tickets.tablesText')}</p>
      <form className="tickets__form" onSubmit={issue}>
        <TextField
          label={t('tickets.tableCount')}
          type="number"
          min={1}
          max={60}
          value={count}
          onChange={event => setCount(between(1, 60, event.target.value))}
        />
        <TextField
          label={t('tickets.peopleAtTable')}
          type="number"
          min={2}
          max={mostAtTable}
          value={people}
          onChange={event => setPeople(between(2, mostAtTable, event.target.value))}
        />
        <Button type="submit" busy={state.type === 'under-way' ? t('tickets.underWay') : null}>
          <Ticket aria-hidden="true" />
          {t('tickets.makeTables')}
        </Button>
      </form>
      <DeedProblem state={state} />
    </>
  )
}

/** The old ticket is worth nothing from then on; whoever had come in with it finds their seat with the new one. */
function LostTicket({ desk, onMade }: Props) {
  const { t } = useTranslation('workshops')
  const { state, run } = useDeed(issueTickets)
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  async function replace(event: FormEvent) {
    event.preventDefault()
    const replaces = TicketCode.safeParse(asPrinted(typed))
    setIsWrong(!replaces.success)
    if (!replaces.success) return
    const body = { commandId: newCommandId(), count: 1, replaces: replaces.data, people: 1 }
    const answer = await run({ params: { workshopId: desk.workshopId }, body })
    if (!answer.ok) return
    onMade(answer.value.codes)
    setTyped('')
  }
  return (
    <details className="tickets__lost">
      <summary>{t('tickets.lost')}</summary>
      <p>{t('tickets.lostText')}</p>
      <form className="tickets__form" onSubmit={replace} noValidate>
        <TextField
          label={t('tickets.lostCode')}
          hint={t('tickets.lostHint')}
          value={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          error={isWrong ? t('tickets.lostWrong') : null}
          onChange={event => setTyped(event.target.value)}
        />
        <Button type="submit" busy={state.type === 'under-way' ? t('tickets.underWay') : null}>
          <TicketX aria-hidden="true" />
          {t('tickets.replace')}
        </Button>
      </form>
      <DeedProblem state={state} />
    </details>
  )
}

/** However somebody reads it out: capitals, in three groups of four. */
function asPrinted(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].join('-')
}
