import { may } from '@randnotiz/domain/accounts/permissions'
import { useTranslation } from 'react-i18next'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { PlanForm } from '../../features/workshops/planning/plan-form.js'
import { useAnswer } from '../../platform/question.js'
import { useViewer } from '../../platform/viewer.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where a workshop begins. */
export default function PlanWorkshopPage() {
  const { t } = useTranslation('workshops')
  const home = useAnswer(homeQuestion)
  const refusal = may(useViewer(), 'workshop:plan')
  if (refusal !== null) return <Refused refusal={{ code: refusal }} />
  if (!home.ok) return <Refused refusal={home.refusal} />
  const { process, documents } = home.value
  return (
    <StaffFrame title={t('plan.heading')} intro={t('plan.intro')}>
      <PlanForm processId={process.id} documents={documents} />
    </StaffFrame>
  )
}
