import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { Minutes } from '@randnotiz/contract/workshops/minutes'
import { crewRights } from '@randnotiz/domain/workshops/crew-rights'
import { Notice } from '@randnotiz/ui/notice'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { answerTo } from '../../../platform/question.js'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useViewer } from '../../../platform/viewer.js'
import { useDesk } from '../desk/use-desk.js'
import { OutcomesEditor } from '../outcomes/outcomes-editor.js'
import { OutcomesView } from '../outcomes/outcomes-view.js'
import { deskQuestion } from '../planning/questions.js'

type Props = { minutes: Minutes; onChange(): void }

/** Outcomes in the minutes; whoever has written them down can go on working on them here. */
export function MinutesOutcomes({ minutes, onChange }: Props) {
  const { t } = useTranslation('workshops')
  const desk = useOwnDesk(minutes)
  if (desk === null && minutes.outcomes.length === 0) return null
  return (
    <section aria-labelledby="minutes-outcomes">
      <h2 id="minutes-outcomes">{t('outcomes.title')}</h2>
      {desk === null ? (
        <OutcomesView outcomes={minutes.outcomes} />
      ) : (
        <EditedOutcomes first={desk} minutes={minutes} onChange={onChange} />
      )}
    </section>
  )
}

/** The desk of this workshop for those who may write there; nobody else is even asked for it. */
function useOwnDesk({ workshopId }: Minutes): DeskView | null {
  const { call } = usePlatform()
  const viewer = useViewer()
  const { data } = useQuery({
    ...answerTo(call, deskQuestion(workshopId)),
    enabled: viewer.kind === 'account' && viewer.role !== 'participant',
  })
  if (!data?.ok || data.value.role === null) return null
  return crewRights.recordOutcome.roles.includes(data.value.role) ? data.value : null
}

function EditedOutcomes({ first, minutes, onChange }: Props & { first: DeskView }) {
  const { view, move, refusal } = useDesk(first)
  const refusalText = useRefusalText()
  const changed = new Map(minutes.outcomes.map(({ id, changedAt }) => [id, changedAt]))
  const outcomes = view.session.outcomes.map(one => ({ ...one, changedAt: changed.get(one.id) ?? null }))
  return (
    <>
      <OutcomesEditor
        outcomes={outcomes}
        steps={minutes.steps}
        move={async wanted => {
          const isDone = await move(wanted)
          if (isDone) onChange()
          return isDone
        }}
      />
      {refusal !== null && (
        <Notice tone="problem" role="alert">
          <p>{refusalText(refusal)}</p>
        </Notice>
      )}
    </>
  )
}
