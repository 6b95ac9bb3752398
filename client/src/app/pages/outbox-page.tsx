import { useTranslation } from 'react-i18next'
import { OutboxView } from '../../features/accounts/notifications/outbox.js'
import { outboxQuestion } from '../../features/accounts/notifications/questions.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Mails on their way, and those that stayed here. */
export default function OutboxPage() {
  const { t } = useTranslation('notices')
  const answer = useAnswer(outboxQuestion)
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <StaffFrame title={t('outbox.title')}>
      <OutboxView outbox={answer.value} />
    </StaffFrame>
  )
}
