import { changeModerationSettings } from '@randnotiz/contract/annotations/moderation/endpoints'
import { ModerationTime } from '@randnotiz/contract/annotations/moderation/settings'
import { accept } from '@randnotiz/contract/kit/result'
import type { ProcessDesk } from '@randnotiz/contract/publishing/settings'
import { Select } from '@randnotiz/ui/select'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settingsQuestion } from '../../features/annotations/moderation/questions.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { ChangeList } from '../../features/publishing/settings/change-list.js'
import { DocumentsDesk } from '../../features/publishing/settings/documents-desk.js'
import { SettingsForm } from '../../features/publishing/settings/settings-form.js'
import { processDeskQuestion } from '../../features/publishing/settings/settings-questions.js'
import { DeedProblem } from '../../platform/deed-problem.js'
import { questionKey, useAnswer } from '../../platform/question.js'
import { useDeed } from '../../platform/use-deed.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where administrators set up a process. */
export default function ProcessSettingsPage() {
  const home = useAnswer(homeQuestion)
  return home.ok ? <Desk slug={home.value.process.slug} /> : <Refused refusal={home.refusal} />
}

function Desk({ slug }: { slug: string }) {
  const answer = useAnswer(processDeskQuestion(slug))
  return answer.ok ? <Settings slug={slug} desk={answer.value} /> : <Refused refusal={answer.refusal} />
}

function Settings({ slug, desk }: { slug: string; desk: ProcessDesk }) {
  const { t } = useTranslation('settings')
  const queryClient = useQueryClient()
  const moderation = useModerationTimes(desk)
  const keep = (changed: ProcessDesk) => {
    queryClient.setQueryData(questionKey(processDeskQuestion(slug)), accept(changed))
    void queryClient.invalidateQueries({ queryKey: questionKey(homeQuestion) })
  }
  return (
    <StaffFrame title={t('title')} intro={t('intro')}>
      <SettingsForm desk={desk} phaseExtra={moderation.field} alsoSave={moderation.save} onSaved={keep} />
      {moderation.problem}
      <DocumentsDesk desk={desk} onSaved={keep} />
      <ChangeList changes={desk.changes} />
    </StaffFrame>
  )
}

/** Whether moderators read contributions before or after everybody else does, for each phase. */
function useModerationTimes({ process }: ProcessDesk) {
  const { t } = useTranslation(['settings', 'moderation'])
  const answer = useAnswer(settingsQuestion(process.id))
  const deed = useDeed(changeModerationSettings)
  const known = answer.ok ? answer.value.settings : null
  const [times, setTimes] = useState(known?.phases ?? {})
  const save = async () => {
    if (known === null || JSON.stringify(times) === JSON.stringify(known.phases)) return true
    const body = { ...known, phases: times }
    return (await deed.run({ params: { processId: process.id }, body })).ok
  }
  const field = (key: string) =>
    known && (
      <Select
        label={t('settings:phases.moderation')}
        value={times[key] ?? 'after'}
        onChange={event => setTimes({ ...times, [key]: ModerationTime.parse(event.target.value) })}
        options={ModerationTime.options.map(value => ({ value, label: t(`moderation:settings.${value}`) }))}
      />
    )
  return { field, save, problem: <DeedProblem state={deed.state} /> }
}
