import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { type FollowUp, settleFollowUp } from '@randnotiz/contract/workshops/follow-ups'
import { minutesPath } from '@randnotiz/contract/workshops/paths'
import { Button } from '@randnotiz/ui/button'
import { useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { questionKey, useAnswer } from '../../../platform/question.js'
import { useDeed } from '../../../platform/use-deed.js'
import { newCommandId } from '../live/new-ids.js'
import { followUpsQuestion } from './follow-ups-question.js'
import '../outcomes/outcomes.css'
import './follow-ups.css'

/** What workshops have left to be done, where staff answer contributions. Nothing where nothing is open. */
export function FollowUpsPanel({ processId }: { processId: ProcessId }) {
  const { t } = useTranslation('workshops')
  const question = followUpsQuestion(processId)
  const answer = useAnswer(question)
  const queryClient = useQueryClient()
  if (!answer.ok || answer.value.length === 0) return null
  return (
    <details className="follow-ups" open>
      <summary>{t('followUps.title', { count: answer.value.length })}</summary>
      <ul className="workshop-outcomes">
        {answer.value.map(followUp => (
          <FollowUpLine
            key={followUp.outcome.id}
            followUp={followUp}
            onDone={() => void queryClient.invalidateQueries({ queryKey: questionKey(question) })}
          />
        ))}
      </ul>
    </details>
  )
}

function FollowUpLine({ followUp: { outcome, workshop }, onDone }: { followUp: FollowUp; onDone(): void }) {
  const { t } = useTranslation('workshops')
  const language = useLanguage()
  const { state, run } = useDeed(settleFollowUp)
  const { id, words, owner, dueOn } = outcome
  async function settle() {
    const params = { workshopId: workshop.id, outcomeId: id }
    const answer = await run({ params, body: { commandId: newCommandId(), state: 'done' } })
    if (answer.ok) onDone()
  }
  return (
    <li className="workshop-outcome" data-state="open">
      <p className="workshop-outcome__words">{words}</p>
      <p className="workshop-outcome__facts">
        <span>{owner || t('outcomes.nobody')}</span>
        {dueOn !== null && (
          <span>
            {t('outcomes.until')} <time dateTime={dueOn}>{formatDate(`${dueOn}T12:00:00Z`, language)}</time>
          </span>
        )}
        {workshop.published ? (
          <a href={minutesPath(workshop.id)}>{workshop.title}</a>
        ) : (
          <span>{workshop.title}</span>
        )}
      </p>
      <p className="workshop-outcome__deeds">
        <Button
          size="small"
          look="quiet"
          aria-label={`${t('outcomes.settle.done')}: ${words.slice(0, 60)}`}
          busy={state.type === 'under-way' ? t('followUps.underWay') : null}
          onClick={() => void settle()}
        >
          <Check aria-hidden="true" />
          {t('outcomes.settle.done')}
        </Button>
      </p>
      <DeedProblem state={state} />
    </li>
  )
}
