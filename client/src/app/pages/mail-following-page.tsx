import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { mailFollowingQuestion } from '../../features/accounts/following/following-questions.js'
import { MailFollowingForm } from '../../features/accounts/following/mail-following-form.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'

/** For whoever follows by an address alone: what comes there. */
export default function MailFollowingPage() {
  const { t } = useTranslation('following')
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const answer = useAnswer(mailFollowingQuestion(token))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <div className="column page">
      <h1>{t('manage.title')}</h1>
      <p className="lead">{t('manage.intro', { address: answer.value.address })}</p>
      <MailFollowingForm token={token} following={answer.value} />
    </div>
  )
}
