import type { StepId } from '@randnotiz/contract/kit/ids'
import type { OutcomeMinutes } from '@randnotiz/contract/workshops/minutes'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { WorkshopOutcome } from '@randnotiz/contract/workshops/outcome'
import { Button } from '@randnotiz/ui/button'
import { Check, Pencil, Plus, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newOutcome, OutcomeDialog } from './outcome-dialog.js'
import { OutcomesView } from './outcomes-view.js'

type Props = {
  outcomes: readonly OutcomeMinutes[]
  steps: readonly { id: StepId; title: string }[]
  move(move: Move): Promise<boolean>
}

/** Outcomes and follow-ups as those of the crew see them who may write them down. */
export function OutcomesEditor({ outcomes, steps, move }: Props) {
  const { t } = useTranslation('workshops')
  const [written, setWritten] = useState<WorkshopOutcome | null>(null)
  return (
    <>
      {outcomes.length === 0 && <p className="panel__hint">{t('outcomes.empty')}</p>}
      <OutcomesView
        outcomes={outcomes}
        deeds={outcome => <Deeds outcome={outcome} move={move} onEdit={() => setWritten(outcome)} />}
      />
      <p className="workshop-outcomes__add">
        <Button size="small" onClick={() => setWritten(newOutcome())}>
          <Plus aria-hidden="true" />
          {t('outcomes.add')}
        </Button>
      </p>
      <OutcomeDialog
        outcome={written}
        steps={steps}
        onSave={outcome => move({ move: 'recordOutcome', outcome })}
        onClose={() => setWritten(null)}
      />
    </>
  )
}

type DeedsProps = { outcome: OutcomeMinutes; move: Props['move']; onEdit(): void }

function Deeds({ outcome, move, onEdit }: DeedsProps) {
  const { t } = useTranslation('workshops')
  const { id, words, state } = outcome
  const name = words.slice(0, 60)
  const next = state === 'open' ? 'done' : 'open'
  return (
    <p className="workshop-outcome__deeds">
      {state !== 'agreed' && (
        <Button
          size="small"
          look="quiet"
          aria-label={`${t(`outcomes.settle.${next}`)}: ${name}`}
          onClick={() => void move({ move: 'settleFollowUp', outcomeId: id, state: next })}
        >
          {next === 'done' ? <Check aria-hidden="true" /> : <RotateCcw aria-hidden="true" />}
          {t(`outcomes.settle.${next}`)}
        </Button>
      )}
      <Button size="small" look="quiet" aria-label={`${t('outcomes.edit')}: ${name}`} onClick={onEdit}>
        <Pencil aria-hidden="true" />
      </Button>
      <Button
        size="small"
        look="quiet"
        aria-label={`${t('outcomes.remove')}: ${name}`}
        onClick={() => void move({ move: 'removeOutcome', outcomeId: id })}
      >
        <Trash2 aria-hidden="true" />
      </Button>
    </p>
  )
}
