import type { HallView } from '@randnotiz/contract/workshops/hall'
import { useTranslation } from 'react-i18next'

const mostNames = 5

export function StageSpeakers({ hall }: { hall: HallView }) {
  const { t } = useTranslation('workshops')
  const { speaking, waiting } = hall.speakers
  return (
    <div className="scene-speakers">
      <p className="scene__about">{hall.current?.step.title ?? hall.title}</p>
      <h1>{speaking?.name ?? t('speakers.open')}</h1>
      {waiting.length > 0 && (
        <>
          <p className="scene__about">{t('speakers.next')}</p>
          <ol>
            {waiting.slice(0, mostNames).map(({ participantId, name }) => (
              <li key={participantId}>{name}</li>
            ))}
          </ol>
        </>
      )}
      <p className="scene__about">{t('speakers.rule')}</p>
    </div>
  )
}
