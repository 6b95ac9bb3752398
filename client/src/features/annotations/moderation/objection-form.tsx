import { objectToDecision } from '@randnotiz/contract/annotations/moderation/endpoints'
import type { ModerationDecisionId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { TextArea } from '@randnotiz/ui/text-area'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { questionKey } from '../../../platform/question.js'
import { useDeed } from '../../../platform/use-deed.js'
import { decisionQuestion } from './questions.js'

/** The author says why the decision is wrong. */
export function ObjectionForm({ decisionId }: { decisionId: ModerationDecisionId }) {
  const { t } = useTranslation('moderation')
  const queryClient = useQueryClient()
  const deed = useDeed(objectToDecision)
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(text.trim() === '')
    if (text.trim() === '') return area.current?.focus()
    const result = await deed.run({ params: { decisionId }, body: { text } })
    if (result.ok)
      await queryClient.invalidateQueries({ queryKey: questionKey(decisionQuestion(decisionId)) })
  }

  return (
    <form className="statement__objection" onSubmit={event => void submit(event)} noValidate>
      <h2>{t('objection.title')}</h2>
      <TextArea
        ref={area}
        label={t('objection.text')}
        value={text}
        maxLength={3_000}
        error={missing ? t('objection.missing') : null}
        onChange={event => setText(event.target.value)}
      />
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        <Button
          type="submit"
          look="primary"
          busy={deed.state.type === 'under-way' ? t('objection.underWay') : null}
        >
          {t('objection.submit')}
        </Button>
      </div>
    </form>
  )
}
