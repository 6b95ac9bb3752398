import { WorkState } from '@randnotiz/contract/answers/case'
import type { SeenPoint } from '@randnotiz/contract/answers/commands'
import type { DeskItem, DeskPage, DeskQuery } from '@randnotiz/contract/answers/desk'
import type { ManyDone } from '@randnotiz/contract/answers/publishing'
import { dayOf } from '@randnotiz/domain/answers/due'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { Keyboard } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { AnswerProgress } from '../public/answer-progress.js'
import { BulkBar } from './bulk-bar.js'
import { DeskFilters } from './desk-filters.js'
import { deskPath } from './desk-questions.js'
import { DeskRow, wordsOf } from './desk-row.js'
import { ManyOutcome } from './many-outcome.js'
import { PublishDialog } from './publish-dialog.js'
import { ShortcutsDialog } from './shortcuts-dialog.js'
import { useDeskLive } from './use-desk-live.js'
import { useMany } from './use-many.js'
import './desk.css'

const keyOf = ({ annotationId, number }: Pick<SeenPoint, 'annotationId' | 'number'>) =>
  `${annotationId}.${number}`
const seen = ({ annotation, point, version }: DeskItem): SeenPoint => ({
  annotationId: annotation.id,
  number: point.number,
  version,
})

type Props = { page: DeskPage; query: DeskQuery }

/** The queue of points, what is done with many of them, and its keys. */
export function Desk({ page, query }: Props) {
  const { t } = useTranslation('answers')
  useDeskLive(page.process.id)
  const { items } = page
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<'publish' | 'keys' | null>(null)
  const [published, setPublished] = useState<ManyDone | null>(null)
  const many = useMany(() => setPublished(null))
  const [today] = useState(() => dayOf(new Date()))
  const points = items.map(seen).filter(point => chosen.has(keyOf(point)))
  const names = new Map(items.map(item => [keyOf(seen(item)), wordsOf(item)]))
  const nameOf = (point: ManyDone['refused'][number]) => (names.get(keyOf(point)) ?? '…').slice(0, 80)
  const outcome = published ?? many.outcome

  function toggle(key: string) {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }

  return (
    <div className="answer-desk">
      <AnswerProgress {...page.totals} />
      <States page={page} query={query} />
      <DeskFilters page={page} query={query} />
      <div className="answer-desk__head">
        <p role="status">
          <strong>{t('desk.found', { count: page.total })}</strong>
        </p>
        <Button look="quiet" size="small" onClick={() => setOpen('keys')}>
          <Keyboard aria-hidden="true" size={18} /> {t('desk.keys')}
        </Button>
        {items.length > 0 && (
          <Button
            look="quiet"
            size="small"
            onClick={() => setChosen(new Set(items.map(item => keyOf(seen(item)))))}
          >
            {t('desk.selectAll')}
          </Button>
        )}
      </div>
      <DeedProblem state={many.state} />
      {outcome && <ManyOutcome outcome={outcome} nameOf={nameOf} />}
      {points.length > 0 && (
        <BulkBar
          page={page}
          points={points}
          many={many}
          onPublish={() => setOpen('publish')}
          onClear={() => setChosen(new Set())}
        />
      )}
      {items.length === 0 ? (
        <Notice title={t('desk.none')} />
      ) : (
        <Rows onHelp={() => setOpen('keys')}>
          {items.map(item => (
            <li key={keyOf(seen(item))}>
              <DeskRow
                item={item}
                units={page.settings.units}
                today={today}
                selected={chosen.has(keyOf(seen(item)))}
                onSelect={() => toggle(keyOf(seen(item)))}
              />
            </li>
          ))}
        </Rows>
      )}
      <More page={page} query={query} />
      {open === 'keys' && <ShortcutsDialog onClose={() => setOpen(null)} />}
      {open === 'publish' && (
        <PublishDialog
          processId={page.process.id}
          points={points}
          nameOf={nameOf}
          onClose={() => setOpen(null)}
          onDone={done => {
            setPublished(done)
            setChosen(new Set())
            setOpen(null)
          }}
        />
      )}
    </div>
  )
}

/** The queue with its keys, which hold only while the focus is in it and not in a field. */
function Rows({ children, onHelp }: { children: React.ReactNode; onHelp(): void }) {
  const { t } = useTranslation('answers')
  const list = useRef<HTMLOListElement>(null)
  function move(by: 1 | -1) {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-key="open"]') ?? [])]
    const at = links.findIndex(link => link.closest('li')?.contains(document.activeElement))
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
  }
  function press(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const row = event.target instanceof HTMLElement ? event.target.closest('li') : null
    const key = event.key.toLowerCase()
    if (key === 'j' || key === 'k') move(key === 'j' ? 1 : -1)
    else if (key === 'x') row?.querySelector<HTMLElement>('[data-key="select"]')?.click()
    else if (key === 'o') row?.querySelector<HTMLElement>('[data-key="open"]')?.click()
    else if (key === '/') document.querySelector<HTMLElement>('[data-key="search"]')?.focus()
    else if (key === '?') onHelp()
    else return
    event.preventDefault()
  }
  return (
    <ol className="desk-rows" ref={list} onKeyDown={press} aria-label={t('desk.list')}>
      {children}
    </ol>
  )
}

function addressWith(query: DeskQuery, changed: Record<string, string | undefined>): string {
  const said = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, after: undefined, ...changed }))
    if (value !== undefined) said.set(name, value)
  return `${deskPath}?${said}`
}

function States({ page, query }: Props) {
  const { t } = useTranslation('answers')
  const all = Object.values(page.states).reduce((sum, count) => sum + count, 0)
  return (
    <nav aria-label={t('desk.byState')}>
      <ul className="desk-states">
        <li>
          <Link
            to={addressWith(query, { state: undefined })}
            aria-current={query.state === undefined ? 'true' : undefined}
          >
            {t('desk.allStates')} <span className="desk-states__count">{all}</span>
          </Link>
        </li>
        {WorkState.options.map(state => (
          <li key={state}>
            <Link
              to={addressWith(query, { state })}
              aria-current={query.state === state ? 'true' : undefined}
            >
              {t(`state.${state}`)} <span className="desk-states__count">{page.states[state] ?? 0}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function More({ page, query }: Props) {
  const { t } = useTranslation('answers')
  return page.next === null ? null : (
    <p>
      <Link to={addressWith(query, { after: page.next })}>{t('desk.more')}</Link>
    </p>
  )
}
