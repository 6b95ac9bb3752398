import { may } from '@randnotiz/domain/accounts/permissions'
import { useTranslation } from 'react-i18next'
import { ReImportDesk } from '../../features/answers/exports/re-import-desk.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { useAnswer } from '../../platform/question.js'
import { useViewer } from '../../platform/viewer.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where staff take back what departments have filled in. */
export default function ReImportPage() {
  const { t } = useTranslation('exports')
  const home = useAnswer(homeQuestion)
  const refusal = may(useViewer(), 'answer:work')
  if (refusal !== null) return <Refused refusal={{ code: refusal }} />
  if (!home.ok) return <Refused refusal={home.refusal} />
  return (
    <StaffFrame title={t('back.title')} intro={t('back.intro')}>
      <ReImportDesk processId={home.value.process.id} />
    </StaffFrame>
  )
}
