import type { StepSubject } from '@randnotiz/contract/workshops/agenda'
import { useTranslation } from 'react-i18next'
import { PassageView } from './passage-view.js'

/** What a step is about: a passage in sight, a whole text folded away. */
export function SubjectView({ subject }: { subject: StepSubject }) {
  const { t } = useTranslation('workshops')
  if (subject.blockId !== null || subject.annotationId !== null) return <PassageView subject={subject} />
  return (
    <details className="text-fold">
      <summary>{t('hall.text')}</summary>
      <PassageView subject={subject} />
    </details>
  )
}
