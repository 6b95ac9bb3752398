import type { HallView } from '@randnotiz/contract/workshops/hall'
import { useTranslation } from 'react-i18next'
import { ResultView, revealedRounds } from '../live/result-view.js'

/** Everything that has been revealed so far, the newest first. */
export function ResultsView({ hall }: { hall: HallView }) {
  const { t } = useTranslation('workshops')
  const current = hall.current !== null && revealedRounds(hall.current).length > 0 ? [hall.current] : []
  const shown = [...current, ...hall.revealed.toReversed()]
  if (shown.length === 0)
    return (
      <section className="hall-card">
        <h2>{t('hall.foot.results')}</h2>
        <p>{t('hall.noResults')}</p>
      </section>
    )
  return shown.map(step => (
    <section key={step.step.id} className="hall-card">
      <h2>{step.step.title}</h2>
      <ResultView step={step} admission={hall.admission} />
    </section>
  ))
}
