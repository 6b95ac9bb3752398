import { may } from '@randnotiz/domain/accounts/permissions'
import { useTranslation } from 'react-i18next'
import { ImportDesk } from '../../features/annotations/exchange/import-desk.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { useAnswer } from '../../platform/question.js'
import { useViewer } from '../../platform/viewer.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where staff take over what people wrote elsewhere. */
export default function ImportPage() {
  const { t } = useTranslation('exchange')
  const answer = useAnswer(homeQuestion)
  const refusal = may(useViewer(), 'annotation:exchange')
  if (refusal !== null) return <Refused refusal={{ code: refusal }} />
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const [first, ...others] = answer.value.documents
  return (
    <StaffFrame title={t('title')} intro={t('intro')}>
      {first === undefined ? <p>{t('checked.nothing')}</p> : <ImportDesk documents={[first, ...others]} />}
    </StaffFrame>
  )
}
