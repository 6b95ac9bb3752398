import type { HallView } from '@randnotiz/contract/workshops/hall'
import { useTranslation } from 'react-i18next'

/** Where the workshop stands. */
export function AgendaView({ hall }: { hall: HallView }) {
  const { t } = useTranslation('workshops')
  return (
    <section className="hall-card" aria-labelledby="hall-agenda">
      <h2 id="hall-agenda">{t('hall.foot.agenda')}</h2>
      <ol className="hall-agenda">
        {hall.agenda.map(({ stepId, title, minutes, kind, state }) => (
          <li
            key={stepId}
            className="hall-agenda__line"
            data-state={state}
            aria-current={stepId === hall.current?.step.id ? 'step' : undefined}
          >
            <span className="hall-agenda__title">{title}</span>
            <span className="hall-agenda__facts">
              {t(`kind.${kind}`)} · {t('minutes', { count: minutes })}
              {state !== 'planned' && ` · ${t(`state.${state}`)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
