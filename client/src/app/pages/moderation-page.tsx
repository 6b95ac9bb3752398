import { useTranslation } from 'react-i18next'
import { QueueDesk } from '../../features/annotations/moderation/queue-desk.js'
import { useQueue } from '../../features/annotations/moderation/use-queue.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where moderators decide. */
export default function ModerationPage() {
  const { t } = useTranslation('moderation')
  const answer = useQueue()
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <StaffFrame title={t('queue.title')} intro={t('queue.intro')}>
      <QueueDesk queue={answer.value} />
    </StaffFrame>
  )
}
