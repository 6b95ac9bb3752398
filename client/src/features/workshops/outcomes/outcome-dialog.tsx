import { OutcomeId, StepId } from '@randnotiz/contract/kit/ids'
import { OutcomeState, WorkshopOutcome } from '@randnotiz/contract/workshops/outcome'
import { Button } from '@randnotiz/ui/button'
import { Dialog } from '@randnotiz/ui/dialog'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newUuid } from '../live/new-ids.js'

export const newOutcome = (): WorkshopOutcome => ({
  id: OutcomeId.parse(newUuid()),
  stepId: null,
  words: '',
  owner: '',
  dueOn: null,
  state: 'open',
})

type Props = {
  /** What is written or changed; nothing while the dialog is closed. */
  outcome: WorkshopOutcome | null
  steps: readonly { id: StepId; title: string }[]
  /** Answers whether it was taken. */
  onSave(outcome: WorkshopOutcome): Promise<boolean>
  onClose(): void
}

/** Writes down what follows: what, who, until when. */
export function OutcomeDialog({ outcome, steps, onSave, onClose }: Props) {
  const { t } = useTranslation('workshops')
  const [draft, setDraft] = useState<WorkshopOutcome | null>(null)
  const [missing, setMissing] = useState(false)
  const current = outcome === null ? null : draft?.id === outcome.id ? draft : outcome
  const change = (more: Partial<WorkshopOutcome>) => current && setDraft({ ...current, ...more })
  const close = () => {
    setDraft(null)
    setMissing(false)
    onClose()
  }
  async function save() {
    const read = WorkshopOutcome.safeParse(current)
    setMissing(!read.success)
    if (read.success && (await onSave(read.data))) close()
  }
  return (
    <Dialog
      open={current !== null}
      title={t('outcomes.dialog')}
      closeLabel={t('close')}
      onClose={close}
      actions={
        <Button look="primary" onClick={() => void save()}>
          {t('outcomes.save')}
        </Button>
      }
    >
      {current !== null && (
        <div className="workshop-outcome-form">
          <TextArea
            label={t('outcomes.words')}
            value={current.words}
            maxLength={1_000}
            error={missing ? t('outcomes.wordsMissing') : null}
            onChange={event => change({ words: event.target.value })}
          />
          <Select
            label={t('outcomes.kind')}
            value={current.state}
            options={OutcomeState.options.map(value => ({ value, label: t(`outcomes.stateLong.${value}`) }))}
            onChange={event => change({ state: OutcomeState.parse(event.target.value) })}
          />
          <div className="workshop-outcome-form__pair">
            <TextField
              label={t('outcomes.owner')}
              hint={t('outcomes.ownerHint')}
              value={current.owner}
              maxLength={120}
              onChange={event => change({ owner: event.target.value })}
            />
            <TextField
              label={t('outcomes.dueOn')}
              type="date"
              value={current.dueOn ?? ''}
              onChange={event => change({ dueOn: event.target.value || null })}
            />
          </div>
          <Select
            label={t('outcomes.step')}
            value={current.stepId ?? ''}
            options={[
              { value: '', label: t('outcomes.noStep') },
              ...steps.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={event => change({ stepId: StepId.safeParse(event.target.value).data ?? null })}
          />
        </div>
      )}
    </Dialog>
  )
}
