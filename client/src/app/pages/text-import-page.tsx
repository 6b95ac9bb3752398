import { may } from '@randnotiz/domain/accounts/permissions'
import { useTranslation } from 'react-i18next'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { TextImportDesk } from '../../features/publishing/importing/text-import-desk.js'
import { useAnswer } from '../../platform/question.js'
import { useViewer } from '../../platform/viewer.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where staff take over texts from files. */
export default function TextImportPage() {
  const { t } = useTranslation('textImport')
  const viewer = useViewer()
  const answer = useAnswer(homeQuestion)
  const refusal = may(viewer, 'document:edit')
  if (refusal !== null) return <Refused refusal={{ code: refusal }} />
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const { process, documents } = answer.value
  return (
    <StaffFrame title={t('title')} intro={t('intro')}>
      <TextImportDesk
        processId={process.id}
        documents={documents}
        mayCreate={may(viewer, 'document:create') === null}
      />
    </StaffFrame>
  )
}
