import { may } from '@randnotiz/domain/accounts/permissions'
import { useTranslation } from 'react-i18next'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { workshopsQuestion } from '../../features/workshops/planning/questions.js'
import { WorkshopList } from '../../features/workshops/planning/workshop-list.js'
import { useAnswer } from '../../platform/question.js'
import { useViewer } from '../../platform/viewer.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where facilitators find their workshops. */
export default function WorkshopsPage() {
  const home = useAnswer(homeQuestion)
  const refusal = may(useViewer(), 'workshop:plan')
  if (refusal !== null) return <Refused refusal={{ code: refusal }} />
  if (!home.ok) return <Refused refusal={home.refusal} />
  return <OfProcess processId={home.value.process.id} />
}

function OfProcess({ processId }: { processId: Parameters<typeof workshopsQuestion>[0] }) {
  const { t } = useTranslation('workshops')
  const answer = useAnswer(workshopsQuestion(processId))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <StaffFrame title={t('list.title')} intro={t('list.intro')}>
      <WorkshopList workshops={answer.value} />
    </StaffFrame>
  )
}
