import type { DeskPage, DeskQuery } from '@randnotiz/contract/answers/desk'
import type { ManyDone } from '@randnotiz/contract/answers/publishing'
import { dayOf } from '@randnotiz/domain/answers/due'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { AnswerProgress } from '../public/answer-progress.js'
import { BulkBar } from './bulk-bar.js'
import { addressWith, searchOf } from './desk-address.js'
import { DeskFilters } from './desk-filters.js'
import { DeskHead } from './desk-head.js'
import { DeskRow } from './desk-row.js'
import { DeskStates } from './desk-states.js'
import { GroupDialog } from './group-dialog.js'
import { ManyOutcome } from './many-outcome.js'
import { PublishDialog } from './publish-dialog.js'
import { QueueKeys } from './queue-keys.js'
import { keyOf, seenOf, selectedFrom, useSelection } from './selection.js'
import { ShortcutsDialog } from './shortcuts-dialog.js'
import { useLiveRows } from './use-live-rows.js'
import { useMany } from './use-many.js'
import './desk.css'
import './case.css'

type Props = { page: DeskPage; query: DeskQuery }

/** The queue of points, and what is done with many of them. */
export function Desk({ page, query }: Props) {
  const { t } = useTranslation('answers')
  const { left, fresh, showAll } = useLiveRows(page, query)
  const selection = useSelection(page.items)
  const [open, setOpen] = useState<'publish' | 'group' | 'keys' | null>(null)
  const [done, setDone] = useState<ManyDone | null>(null)
  const many = useMany(outcome => finish(outcome))
  const [today] = useState(() => dayOf(new Date()))
  const { points } = selection
  // What was done is still named when it has left the selection.
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const nameOf = (point: ManyDone['refused'][number]) => (names.get(keyOf(point)) ?? '…').slice(0, 80)
  function finish(outcome: ManyDone) {
    setNames(new Map(points.map(point => [keyOf(point), point.words])))
    setDone(outcome)
    setOpen(null)
    const undone = new Set(outcome.refused.map(keyOf))
    selection.choose(points.filter(point => undone.has(keyOf(point))))
  }
  const search = searchOf(query)
  return (
    <div className="answer-desk">
      <AnswerProgress {...page.totals} />
      <DeskStates page={page} query={query} />
      <DeskFilters page={page} query={query} />
      <DeskHead page={page} query={query} selection={selection} onKeys={() => setOpen('keys')} />
      <DeedProblem state={many.state} />
      {done && <ManyOutcome outcome={done} nameOf={nameOf} />}
      {points.length > 0 && <BulkBar page={page} selection={selection} many={many} onOpen={setOpen} />}
      {fresh > 0 && (
        <Notice role="status">
          <p>{t('desk.fresh', { count: fresh })}</p>
          <Button look="secondary" size="small" onClick={() => void showAll()}>
            {t('desk.showFresh')}
          </Button>
        </Notice>
      )}
      {page.items.length === 0 ? (
        <Notice title={t('desk.none')} />
      ) : (
        <QueueKeys onHelp={() => setOpen('keys')}>
          {page.items.map(item => (
            <li key={keyOf(selectedFrom(item))}>
              <DeskRow
                item={item}
                search={search}
                units={page.settings.units}
                today={today}
                left={left.has(keyOf(selectedFrom(item)))}
                selected={selection.has(item)}
                onSelect={() => selection.toggle(item)}
              />
            </li>
          ))}
        </QueueKeys>
      )}
      {page.next !== null && (
        <p>
          <Link to={addressWith(query, { after: page.next })}>{t('desk.more')}</Link>
        </p>
      )}
      {open === 'keys' && <ShortcutsDialog onClose={() => setOpen(null)} />}
      {open === 'group' && <GroupDialog points={points} many={many} onClose={() => setOpen(null)} />}
      {open === 'publish' && (
        <PublishDialog
          processId={page.process.id}
          points={points.filter(({ state }) => state === 'released').map(seenOf)}
          nameOf={nameOf}
          onClose={() => setOpen(null)}
          onDone={finish}
        />
      )}
    </div>
  )
}
