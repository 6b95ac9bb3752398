import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { CaseView } from '../../features/answers/desk/case-view.js'
import { caseQuestion, readDeskQuery } from '../../features/answers/desk/desk-questions.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** One contribution at the desk. */
export default function AnswerCasePage() {
  const { t } = useTranslation('answers')
  const { annotationId = '' } = useParams()
  const [search] = useSearchParams()
  const answer = useAnswer(caseQuestion(annotationId))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <StaffFrame title={t('case.title')} width="page">
      <CaseView key={annotationId} page={answer.value} query={readDeskQuery(search)} />
    </StaffFrame>
  )
}
