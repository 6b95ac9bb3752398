import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { deskPath, deskQuestion, readDeskQuery } from '../../features/answers/desk/desk-questions.js'
import { SettingsForm } from '../../features/answers/desk/settings-form.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** The units and text blocks of a process. */
export default function AnswerSettingsPage() {
  const home = useAnswer(homeQuestion)
  return home.ok ? <OfProcess slug={home.value.process.slug} /> : <Refused refusal={home.refusal} />
}

function OfProcess({ slug }: { slug: string }) {
  const { t } = useTranslation('answers')
  const answer = useAnswer(deskQuestion(slug, readDeskQuery(new URLSearchParams())))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const { process, settings } = answer.value
  return (
    <StaffFrame title={t('settings.title')} intro={t('settings.intro')}>
      <p>
        <Link to={deskPath}>{t('case.back')}</Link>
      </p>
      <SettingsForm key={process.id} processId={process.id} settings={settings} />
    </StaffFrame>
  )
}
