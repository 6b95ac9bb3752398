import type { HallStep, TableCounts } from '@randnotiz/contract/workshops/hall'
import type { OptionId, Vote } from '@randnotiz/contract/workshops/voting'
import { spreadCounts } from '@randnotiz/domain/workshops/spread-counts'
import { Button } from '@randnotiz/ui/button'
import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHallContext } from './use-hall.js'
import { VoteReceipt } from './vote-receipt.js'

type Props = { current: HallStep; round: number; vote: Vote; people: number }

/** One device for a table: somebody asks for a show of hands and types in how many there were. */
export function TableBallot({ current, round, vote, people }: Props) {
  const { t } = useTranslation('workshops')
  const { client, state } = useHallContext()
  const { step, status } = current
  const isOurs = (one: { stepId: string; round: number }) => one.stepId === step.id && one.round === round
  const underWay = state.unsent.find(one => one.deed === 'table' && isOurs(one))
  const receipt = state.tables.find(isOurs) ?? null
  const sent = underWay?.deed === 'table' ? underWay.counts : (receipt?.counts ?? [])
  const [typed, setTyped] = useState<TableCounts | null>(null)
  const counts = typed ?? sent
  const isOpen = status.state === 'open'
  const left = vote.rule.most * people - counts.reduce((sum, { weight }) => sum + weight, 0)
  const isPossible = spreadCounts(vote, counts, people) !== null
  function cast() {
    client.castTable({ stepId: step.id, round, counts })
    setTyped(null)
  }
  return (
    <form
      className="ballot"
      onSubmit={event => {
        event.preventDefault()
        if (isPossible) cast()
      }}
    >
      <fieldset className="options" disabled={!isOpen}>
        <legend className="options__legend">{t('table.legend', { count: people })}</legend>
        {vote.options.map(({ id, label }) => (
          <Count
            key={id}
            label={label}
            weight={weightOf(counts, id)}
            most={Math.min(vote.rule.perOption * people, weightOf(counts, id) + left)}
            onChange={weight => setTyped(withCount(counts, id, weight))}
          />
        ))}
        <p role="status" className="options__left">
          {t(vote.rule.most > 1 ? 'table.dotsLeft' : 'table.left', { count: left })}
        </p>
      </fieldset>
      {isOpen && (typed !== null || underWay !== undefined || receipt === null) && (
        <div className="ballot__cast">
          <Button type="submit" look="primary" aria-disabled={!isPossible || underWay !== undefined}>
            {underWay ? t('vote.underWay') : t(receipt ? 'table.change' : 'table.cast')}
          </Button>
        </div>
      )}
      <VoteReceipt
        receipt={receipt && { ...receipt, choices: [] }}
        underWay={underWay !== undefined}
        vote={vote}
        status={status}
      />
    </form>
  )
}

type CountProps = { label: string; weight: number; most: number; onChange(weight: number): void }

function Count({ label, weight, most, onChange }: CountProps) {
  const { t } = useTranslation('workshops')
  return (
    <div className="options__dots" data-chosen={weight > 0}>
      <span className="options__label">{label}</span>
      <span className="options__stepper">
        <button
          type="button"
          aria-label={t('table.fewer', { label })}
          disabled={weight === 0}
          onClick={() => onChange(weight - 1)}
        >
          <Minus aria-hidden="true" />
        </button>
        <output aria-label={label}>{weight}</output>
        <button
          type="button"
          aria-label={t('table.more', { label })}
          disabled={weight >= most}
          onClick={() => onChange(weight + 1)}
        >
          <Plus aria-hidden="true" />
        </button>
      </span>
    </div>
  )
}

const weightOf = (counts: TableCounts, id: OptionId) =>
  counts.find(({ optionId }) => optionId === id)?.weight ?? 0

function withCount(counts: TableCounts, optionId: OptionId, weight: number): TableCounts {
  const others = counts.filter(count => count.optionId !== optionId)
  return weight === 0 ? others : [...others, { optionId, weight }]
}
