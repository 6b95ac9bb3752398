import { reasonLimit } from '@randnotiz/contract/answers/answer'
import type { Point } from '@randnotiz/contract/answers/case'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import { forwardedToLimit, OutcomeKind } from '@randnotiz/contract/answers/outcome'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { ChangeField } from './change-field.js'
import { ColleagueWrote } from './colleague-wrote.js'
import { TextBlocks } from './text-blocks.js'
import { useAnswerForm } from './use-answer-form.js'

type Props = {
  page: CasePage
  point: Point
  onType(): void
  /** Null where there is nothing to go back to. */
  onCancel: (() => void) | null
  onSaved(): void
}

/** What the city will say to a point. */
export function AnswerForm({ page, point, onType, onCancel, onSaved }: Props) {
  const { t } = useTranslation('answers')
  const form = useAnswerForm({ page, point, onType, onSaved })
  const { typed, change, tried } = form
  const wrong = (bad: boolean) => (tried && bad ? t('case.missing') : null)
  const outcomes = OutcomeKind.options.map(value => ({ value, label: t(`outcome.${value}`) }))
  const insert = (text: string) =>
    change({ reason: [typed.reason.trim(), text].filter(Boolean).join('\n\n') })
  function cancel() {
    form.forget()
    onCancel?.()
  }
  const again = point.work.state === 'released' || point.work.state === 'published' ? point.work.state : null
  return (
    <form className="case-form" onSubmit={event => void form.save(event)} noValidate>
      {again !== null && <p className="case-hint">{t(`case.again.${again}`)}</p>}
      <Select
        label={t('case.outcome')}
        value={typed.kind}
        error={wrong(typed.kind === '')}
        onChange={event => change({ kind: event.target.value })}
        options={[{ value: '', label: t('case.choose') }, ...outcomes]}
      />
      {typed.kind === 'forwarded' && (
        <TextField
          label={t('case.to')}
          value={typed.to}
          maxLength={forwardedToLimit}
          error={wrong(typed.to.trim() === '')}
          onChange={event => change({ to: event.target.value })}
        />
      )}
      <TextArea
        label={t('case.reason')}
        hint={t('case.reasonHint', { limit: reasonLimit })}
        rows={7}
        maxLength={reasonLimit}
        value={typed.reason}
        error={wrong(typed.reason.trim() === '')}
        onChange={event => change({ reason: event.target.value })}
      />
      <TextBlocks page={page} kind={typed.kind} onChoose={insert} />
      <ChangeField page={page} change={typed.change} onChange={claim => change({ change: claim })} />
      <DeedProblem state={form.state} />
      {form.moved && <ColleagueWrote point={point} onSeen={form.see} />}
      <div className="form-actions">
        <Button type="submit" look="primary" busy={form.state.type === 'under-way' ? t('case.saving') : null}>
          {t('case.save')}
        </Button>
        {onCancel !== null && (
          <Button look="quiet" onClick={cancel}>
            {t('case.discard')}
          </Button>
        )}
      </div>
    </form>
  )
}
