import { useTranslation } from 'react-i18next'
import { ExportsDesk } from '../../features/answers/exports/exports-desk.js'
import { exportsQuestion } from '../../features/answers/exports/exports-questions.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where staff get files of the running process. */
export default function ExportsPage() {
  const home = useAnswer(homeQuestion)
  return home.ok ? <Exports slug={home.value.process.slug} /> : <Refused refusal={home.refusal} />
}

function Exports({ slug }: { slug: string }) {
  const { t } = useTranslation('exports')
  const answer = useAnswer(exportsQuestion(slug))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <StaffFrame title={t('title')} intro={t('intro')}>
      <ExportsDesk page={answer.value} />
    </StaffFrame>
  )
}
