import { useTranslation } from 'react-i18next'
import { numbersQuestion } from '../../features/answers/numbers/numbers-question.js'
import { ProcessNumbers } from '../../features/answers/numbers/process-numbers.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** A process in numbers, for staff. */
export default function NumbersPage() {
  const home = useAnswer(homeQuestion)
  return home.ok ? <Numbers slug={home.value.process.slug} /> : <Refused refusal={home.refusal} />
}

function Numbers({ slug }: { slug: Parameters<typeof numbersQuestion>[0] }) {
  const { t } = useTranslation('numbers')
  const answer = useAnswer(numbersQuestion(slug))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <StaffFrame title={t('title')} intro={t('intro')}>
      <ProcessNumbers numbers={answer.value} />
    </StaffFrame>
  )
}
