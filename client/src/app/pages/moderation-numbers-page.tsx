import { useTranslation } from 'react-i18next'
import { NumbersTable } from '../../features/annotations/moderation/numbers-table.js'
import { numbersQuestion } from '../../features/annotations/moderation/questions.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'

/** The transparency report. */
export default function ModerationNumbersPage() {
  const { t } = useTranslation('moderation')
  const answer = useAnswer(numbersQuestion)
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <div className="column page">
      <h1>{t('numbers.title')}</h1>
      <p className="lead">{t('numbers.intro', { year: answer.value.year })}</p>
      <NumbersTable numbers={answer.value} />
    </div>
  )
}
