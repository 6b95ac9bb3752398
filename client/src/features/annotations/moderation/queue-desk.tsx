import type { Verdict } from '@randnotiz/contract/annotations/moderation/decision'
import { decideModeration } from '@randnotiz/contract/annotations/moderation/endpoints'
import type { ModerationQueue, QueueItem } from '@randnotiz/contract/annotations/moderation/queue'
import { CommandId } from '@randnotiz/contract/kit/ids'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Notice } from '@randnotiz/ui/notice'
import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { questionKey } from '../../../platform/question.js'
import { useDeed } from '../../../platform/use-deed.js'
import { queueQuestion } from './questions.js'
import { QueueCard } from './queue-card.js'
import { UpholdReport } from './uphold-report.js'
import { VerdictForm } from './verdict-form.js'
import './moderation.css'

const keyOf = ({ subject }: QueueItem) => `${subject.annotationId}/${subject.replyId}`

/**
 * The queue. Its keys hold only while the focus is in the list and not in a field, so that nobody who dictates or types
 * elsewhere decides by accident.
 */
export function QueueDesk({ queue }: { queue: ModerationQueue }) {
  const { t } = useTranslation('moderation')
  const list = useRef<HTMLOListElement>(null)
  const { items, total } = queue

  function move(by: 1 | -1) {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('.queue-card') ?? [])]
    const at = cards.findIndex(card => card.contains(document.activeElement))
    cards[Math.min(cards.length - 1, Math.max(0, at + by))]?.focus()
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return
    const key = event.key.toLowerCase()
    if (key === 'j' || key === 'k') return move(key === 'j' ? 1 : -1)
    const name = { f: 'approve', a: 'hide', o: 'open' }[key]
    const card = event.target instanceof HTMLElement ? event.target.closest('.queue-card') : null
    const control = name && card?.querySelector<HTMLElement>(`[data-key="${name}"]`)
    if (!control) return
    event.preventDefault()
    control.click()
  }

  if (items.length === 0) return <Notice tone="success" title={t('queue.empty')} />
  return (
    <>
      <p className="queue__count">
        <strong>{t('queue.waiting', { count: total })}.</strong> {t('queue.keys')}
      </p>
      <ol className="queue" ref={list} onKeyDown={press} aria-label={t('queue.list')}>
        {items.map((item, position) => (
          <li key={keyOf(item)}>
            <Case item={item} queue={queue} number={position + 1} onDecided={() => move(1)} />
          </li>
        ))}
      </ol>
    </>
  )
}

type CaseProps = { item: QueueItem; queue: ModerationQueue; number: number; onDecided(): void }

function Case({ item, queue, number, onDecided }: CaseProps) {
  const { t } = useTranslation('moderation')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const deed = useDeed(decideModeration)
  const [hiding, setHiding] = useState(false)

  async function decide(verdict: Verdict) {
    if (deed.state.type === 'under-way') return
    const { subject, edition } = item
    const commandId = CommandId.parse(crypto.randomUUID())
    const result = await deed.run({ body: { commandId, subject, edition, verdict } })
    if (!result.ok) return
    onDecided()
    announce(t('queue.done', { count: queue.total - 1 }))
    await queryClient.invalidateQueries({ queryKey: questionKey(queueQuestion) })
  }

  const busy = deed.state.type === 'under-way'
  const objection = item.why.find(reason => reason.kind === 'objection')
  const isPublic = item.publication.state === 'published'
  // Of an objection alone nothing is open that could simply be left as it is.
  const mayKeep = item.why.some(({ kind }) => kind === 'held' || kind === 'reported')
  return (
    <QueueCard item={item} number={number} total={queue.total}>
      <DeedProblem state={deed.state} />
      {objection?.kind === 'objection' && (
        <div className="form-actions">
          {objection.mayDecide ? (
            <Link
              to={`/moderation/${objection.decisionId}`}
              className={buttonClass({ look: 'primary', size: 'small' })}
            >
              {t('queue.decideObjection')}
            </Link>
          ) : (
            <p className="queue-card__meta">{t('queue.notYours')}</p>
          )}
        </div>
      )}
      {item.why.map(
        reason =>
          reason.kind === 'report-objection' && <UpholdReport key={reason.reportId} objection={reason} />,
      )}
      {item.publication.state !== 'hidden' && !hiding && (
        <div className="form-actions">
          {mayKeep && (
            <Button
              look="primary"
              size="small"
              data-key="approve"
              busy={busy ? t('verdict.underWay') : null}
              onClick={() => void decide({ kind: 'approve' })}
            >
              {t(isPublic ? 'verdict.keep' : 'verdict.approve')}
            </Button>
          )}
          <Button look="secondary" size="small" data-key="hide" onClick={() => setHiding(true)}>
            {t('verdict.hide')}
          </Button>
        </div>
      )}
      {hiding && (
        <VerdictForm
          item={item}
          textBlocks={queue.textBlocks.filter(({ processId }) => processId === item.processId)}
          busy={busy}
          onDecide={verdict => void decide(verdict)}
          onCancel={() => setHiding(false)}
        />
      )}
    </QueueCard>
  )
}
