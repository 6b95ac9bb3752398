import { useTranslation } from 'react-i18next'
import { LogList } from '../../features/annotations/moderation/log-list.js'
import { logQuestion } from '../../features/annotations/moderation/questions.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** What moderation has done, for administrators. */
export default function ModerationLogPage() {
  const { t } = useTranslation('moderation')
  const answer = useAnswer(logQuestion)
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <StaffFrame title={t('log.title')} intro={t('log.intro')}>
      <LogList first={answer.value} />
    </StaffFrame>
  )
}
