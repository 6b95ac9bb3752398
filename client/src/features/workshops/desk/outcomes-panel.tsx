import { crewRights } from '@randnotiz/domain/workshops/crew-rights'
import { useTranslation } from 'react-i18next'
import { OutcomesEditor } from '../outcomes/outcomes-editor.js'
import { OutcomesView } from '../outcomes/outcomes-view.js'
import { useDeskContext } from './use-desk.js'

/** What the workshop leads to, written down while everybody still remembers. */
export function OutcomesPanel() {
  const { t } = useTranslation('workshops')
  const { view, move } = useDeskContext()
  const { session, role } = view
  if (session.phase === 'draft' || session.phase === 'scheduled' || session.phase === 'lobby') return null
  const outcomes = session.outcomes.map(outcome => ({ ...outcome, changedAt: null }))
  const steps = session.agenda.map(({ step }) => step)
  const mayWrite = role !== null && crewRights.recordOutcome.roles.includes(role)
  return (
    <section className="panel" aria-labelledby="outcomes-panel">
      <h2 id="outcomes-panel">{t('outcomes.title')}</h2>
      {session.phase === 'closing' && <p className="panel__hint">{t('outcomes.closing')}</p>}
      {mayWrite ? (
        <OutcomesEditor outcomes={outcomes} steps={steps} move={move} />
      ) : (
        <OutcomesView outcomes={outcomes} />
      )}
    </section>
  )
}
