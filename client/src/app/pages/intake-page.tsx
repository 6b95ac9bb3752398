import { may } from '@randnotiz/domain/accounts/permissions'
import { useTranslation } from 'react-i18next'
import { IntakeDesk } from '../../features/annotations/intake/intake-desk.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { useAnswer } from '../../platform/question.js'
import { useViewer } from '../../platform/viewer.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where staff type in what came by letter, mail, card or word of mouth. */
export default function IntakePage() {
  const { t } = useTranslation('intake')
  const answer = useAnswer(homeQuestion)
  const refusal = may(useViewer(), 'annotation:intake')
  if (refusal !== null) return <Refused refusal={{ code: refusal }} />
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const { process, documents } = answer.value
  return (
    <StaffFrame title={t('title')} intro={t('intro')}>
      <IntakeDesk slug={process.slug} documents={documents} />
    </StaffFrame>
  )
}
