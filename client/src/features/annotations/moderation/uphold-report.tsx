import { upholdReportDecision } from '@randnotiz/contract/annotations/moderation/endpoints'
import type { QueueReason } from '@randnotiz/contract/annotations/moderation/queue'
import { Button } from '@randnotiz/ui/button'
import { TextArea } from '@randnotiz/ui/text-area'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { questionKey } from '../../../platform/question.js'
import { useDeed } from '../../../platform/use-deed.js'
import { queueQuestion } from './questions.js'

type Props = { objection: Extract<QueueReason, { kind: 'report-objection' }> }

/** Another moderator leaves reported words public once more, and says why. To hide them is the other button's. */
export function UpholdReport({ objection: { reportId, mayDecide } }: Props) {
  const { t } = useTranslation('moderation')
  const queryClient = useQueryClient()
  const deed = useDeed(upholdReportDecision)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  if (!mayDecide) return <p className="queue-card__meta">{t('queue.notYours')}</p>

  async function uphold(event: FormEvent) {
    event.preventDefault()
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return area.current?.focus()
    const upheld = await deed.run({ params: { reportId }, body: { reason } })
    if (upheld.ok) await queryClient.invalidateQueries({ queryKey: questionKey(queueQuestion) })
  }

  return (
    <form className="verdict-form" onSubmit={event => void uphold(event)} noValidate>
      <TextArea
        ref={area}
        label={t('report.upholdReason')}
        value={reason}
        maxLength={3_000}
        error={missing ? t('verdict.factsMissing') : null}
        onChange={event => setReason(event.target.value)}
      />
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        <Button
          type="submit"
          look="primary"
          size="small"
          busy={deed.state.type === 'under-way' ? t('verdict.underWay') : null}
        >
          {t('report.uphold')}
        </Button>
      </div>
    </form>
  )
}
