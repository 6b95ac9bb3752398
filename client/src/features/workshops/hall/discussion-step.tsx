import type { HallStep, HallView } from '@randnotiz/contract/workshops/hall'
import { useTranslation } from 'react-i18next'
import { SubjectView } from '../live/subject-view.js'

/** Who speaks, and who comes next by which rule. */
export function DiscussionStep({ hall, current }: { hall: HallView; current: HallStep }) {
  const { t } = useTranslation('workshops')
  const { waiting, speaking } = hall.speakers
  return (
    <>
      {current.step.subject && <SubjectView subject={current.step.subject} />}
      <div className="speaking">
        <p className="speaking__label">{t('speakers.now')}</p>
        <p className="speaking__name">{speaking?.name ?? t('speakers.nobody')}</p>
      </div>
      <section aria-labelledby="speakers-next">
        <h3 id="speakers-next">{t('speakers.next')}</h3>
        {waiting.length === 0 ? (
          <p>{t('speakers.empty')}</p>
        ) : (
          <ol className="speakers">
            {waiting.map(({ participantId, name }) => (
              <li key={participantId}>{name}</li>
            ))}
          </ol>
        )}
        <p className="speakers__rule">{t('speakers.rule')}</p>
      </section>
    </>
  )
}
