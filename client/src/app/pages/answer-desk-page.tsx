import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { Desk } from '../../features/answers/desk/desk.js'
import {
  answerSettingsPath,
  deskQuestion,
  readDeskQuery,
} from '../../features/answers/desk/desk-questions.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { FollowUpsPanel } from '../../features/workshops/follow-ups/follow-ups-panel.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where staff answer what people have written. */
export default function AnswerDeskPage() {
  const home = useAnswer(homeQuestion)
  return home.ok ? <OfProcess slug={home.value.process.slug} /> : <Refused refusal={home.refusal} />
}

function OfProcess({ slug }: { slug: string }) {
  const { t } = useTranslation('answers')
  const [search] = useSearchParams()
  const query = useMemo(() => readDeskQuery(search), [search])
  const answer = useAnswer(deskQuestion(slug, query))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <StaffFrame title={t('desk.title')} intro={t('desk.intro')} width="page">
      <p>
        <Link to={answerSettingsPath}>{t('settings.title')}</Link>
      </p>
      <FollowUpsPanel processId={answer.value.process.id} />
      <Desk page={answer.value} query={query} />
    </StaffFrame>
  )
}
