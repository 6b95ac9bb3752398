import type { AgendaItem } from '@randnotiz/contract/workshops/session'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { isOut } from '@randnotiz/domain/workshops/contributions'
import { useTranslation } from 'react-i18next'
import { sightKey, useContributions } from '../live/use-contributions.js'
import { ContributionStream } from './contribution-stream.js'
import { GroupingBoard } from './grouping-board.js'
import { useDeskContext } from './use-desk.js'
import './contributions.css'

/** What comes in while people gather, and putting it in order while they group. */
export function ContributionsPanel() {
  const { t } = useTranslation('workshops')
  const { view } = useDeskContext()
  const { session, workshopId } = view
  const item = session.currentStep === null ? null : itemOf(session, session.currentStep)
  const isWanted = session.agenda.some(({ step }) => step.plan.kind === 'gather')
  const states = session.agenda.map(({ step, status }) => ({ stepId: step.id, state: status.state }))
  const { all, counts } = useContributions({
    workshopId,
    key: null,
    sight: sightKey([...states, { stepId: session.phase, state: session.phase }], []),
    wanted: isWanted,
  })
  const gathering = item && gatheringOf(item, session.agenda)
  if (!item || !gathering) return null
  const stepId = gathering.step.id
  const said = all.filter(one => one.stepId === stepId)
  const count = counts.find(one => one.stepId === stepId)?.count ?? 0
  if (item.step.plan.kind === 'group') return <GroupingBoard item={item} said={said} />
  return (
    <section className="panel" aria-labelledby="contributions-panel">
      <h2 id="contributions-panel">
        {t('stream.title')} <span className="panel__count">{Math.max(count, said.length)}</span>
      </h2>
      {isOut(gathering) ? <ContributionStream said={said} /> : <p>{t('stream.sealed', { count })}</p>}
    </section>
  )
}

function gatheringOf(item: AgendaItem, agenda: readonly AgendaItem[]): AgendaItem | null {
  const { plan } = item.step
  if (plan.kind === 'gather') return item
  if (plan.kind !== 'group') return null
  return agenda.find(({ step }) => step.id === plan.source) ?? null
}
