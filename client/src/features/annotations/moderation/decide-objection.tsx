import { decideObjection } from '@randnotiz/contract/annotations/moderation/endpoints'
import type { ModerationDecisionId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { TextArea } from '@randnotiz/ui/text-area'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { questionKey } from '../../../platform/question.js'
import { useDeed } from '../../../platform/use-deed.js'
import { decisionQuestion } from './questions.js'

/** Another moderator than the one who decided looks at it afresh. */
export function DecideObjection({ decisionId }: { decisionId: ModerationDecisionId }) {
  const { t } = useTranslation('moderation')
  const queryClient = useQueryClient()
  const deed = useDeed(decideObjection)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)

  async function decide(result: 'upheld' | 'reversed') {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return area.current?.focus()
    const decided = await deed.run({ params: { decisionId }, body: { result, reason } })
    if (decided.ok)
      await queryClient.invalidateQueries({ queryKey: questionKey(decisionQuestion(decisionId)) })
  }

  const busy = deed.state.type === 'under-way' ? t('verdict.underWay') : null
  return (
    <form className="statement__objection" onSubmit={event => event.preventDefault()} noValidate>
      <h3>{t('objection.decide')}</h3>
      <TextArea
        ref={area}
        label={t('objection.reason')}
        value={reason}
        maxLength={3_000}
        error={missing ? t('verdict.factsMissing') : null}
        onChange={event => setReason(event.target.value)}
      />
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        <Button look="secondary" busy={busy} onClick={() => void decide('upheld')}>
          {t('objection.uphold')}
        </Button>
        <Button look="secondary" busy={busy} onClick={() => void decide('reversed')}>
          {t('objection.reverse')}
        </Button>
      </div>
    </form>
  )
}
