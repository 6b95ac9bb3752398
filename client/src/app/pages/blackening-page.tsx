import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { BlackeningForm } from '../../features/answers/exports/blackening-form.js'
import { blackeningQuestion } from '../../features/answers/exports/exports-questions.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where staff say which words of a contribution go into no file. */
export default function BlackeningPage() {
  const { t } = useTranslation('exports')
  const { annotationId = '' } = useParams()
  const answer = useAnswer(blackeningQuestion(annotationId))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <StaffFrame title={t('blacken.title')} intro={t('blacken.intro')}>
      <BlackeningForm page={answer.value} />
    </StaffFrame>
  )
}
