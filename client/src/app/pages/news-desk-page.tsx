import { useTranslation } from 'react-i18next'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { NewsDesk } from '../../features/publishing/news/news-desk.js'
import { newsDeskQuestion } from '../../features/publishing/news/news-questions.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where staff write news. */
export default function NewsDeskPage() {
  const home = useAnswer(homeQuestion)
  return home.ok ? <Desk slug={home.value.process.slug} /> : <Refused refusal={home.refusal} />
}

function Desk({ slug }: { slug: string }) {
  const { t } = useTranslation('news')
  const answer = useAnswer(newsDeskQuestion(slug))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <StaffFrame title={t('desk.title')} intro={t('desk.intro')}>
      <NewsDesk {...answer.value} />
    </StaffFrame>
  )
}
