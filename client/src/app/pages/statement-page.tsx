import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { decisionQuestion } from '../../features/annotations/moderation/questions.js'
import { Statement } from '../../features/annotations/moderation/statement.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'

/** The reasons for a decision of moderation, for whom it is about. */
export default function StatementPage() {
  const { t } = useTranslation('moderation')
  const { decisionId = '' } = useParams()
  const answer = useAnswer(decisionQuestion(decisionId))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <div className="column page">
      <h1>{t('statement.title')}</h1>
      <Statement decision={answer.value} />
    </div>
  )
}
