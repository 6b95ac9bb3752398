import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { useTranslation } from 'react-i18next'
import { settingsQuestion } from '../../features/annotations/moderation/questions.js'
import { SettingsForm } from '../../features/annotations/moderation/settings-form.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** How the running process is moderated. */
export default function ModerationRulesPage() {
  const home = useAnswer(homeQuestion)
  return home.ok ? <Rules processId={home.value.process.id} /> : <Refused refusal={home.refusal} />
}

function Rules({ processId }: { processId: ProcessId }) {
  const { t } = useTranslation('moderation')
  const answer = useAnswer(settingsQuestion(processId))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <StaffFrame title={t('settings.title')} intro={t('settings.intro')}>
      <SettingsForm processId={processId} page={answer.value} />
    </StaffFrame>
  )
}
