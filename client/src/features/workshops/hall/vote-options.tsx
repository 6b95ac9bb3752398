import type { Choices, OptionId, Vote } from '@randnotiz/contract/workshops/voting'
import { Minus, Plus } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { vote: Vote; choices: Choices; onChange(choices: Choices): void; disabled: boolean }

/** One of several, several, or dots: whichever the rule of the vote allows. */
export function VoteOptions(props: Props) {
  const { most, perOption } = props.vote.rule
  if (perOption > 1) return <Dots {...props} />
  return most === 1 ? <OneOf {...props} /> : <SomeOf {...props} />
}

const weightOf = (choices: Choices, id: OptionId) =>
  choices.find(({ optionId }) => optionId === id)?.weight ?? 0

/** Every point of a scale is a number; side by side they are one row. */
const isScale = (vote: Vote) => vote.options.every(({ id }) => /^\d+$/.test(id))

function OneOf({ vote, choices, onChange, disabled }: Props) {
  const { t } = useTranslation('workshops')
  const name = useId()
  return (
    <fieldset className="options" data-scale={isScale(vote)} disabled={disabled}>
      <legend className="visually-hidden">{t('vote.chooseOne')}</legend>
      {vote.options.map(({ id, label }) => (
        <label key={id} className="options__option">
          <input
            type="radio"
            name={name}
            checked={weightOf(choices, id) > 0}
            onChange={() => onChange([{ optionId: id, weight: 1 }])}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

function SomeOf({ vote, choices, onChange, disabled }: Props) {
  const { t } = useTranslation('workshops')
  const { most } = vote.rule
  const left = most - choices.length
  return (
    <fieldset className="options" disabled={disabled}>
      <legend className="options__legend">{t('vote.chooseSome', { count: most })}</legend>
      {vote.options.map(({ id, label }) => {
        const isChosen = weightOf(choices, id) > 0
        return (
          <label key={id} className="options__option" data-full={!isChosen && left === 0}>
            <input
              type="checkbox"
              checked={isChosen}
              disabled={!isChosen && left === 0}
              onChange={() => onChange(withWeight(choices, id, isChosen ? 0 : 1))}
            />
            <span>{label}</span>
          </label>
        )
      })}
      <p role="status" className="options__left">
        {t('vote.choicesLeft', { count: left })}
      </p>
    </fieldset>
  )
}

function Dots({ vote, choices, onChange, disabled }: Props) {
  const { t } = useTranslation('workshops')
  const { most, perOption } = vote.rule
  const left = most - choices.reduce((sum, { weight }) => sum + weight, 0)
  return (
    <fieldset className="options" disabled={disabled}>
      <legend className="options__legend">{t('vote.dots', { count: most, perOption })}</legend>
      {vote.options.map(({ id, label }) => {
        const weight = weightOf(choices, id)
        const set = (next: number) => onChange(withWeight(choices, id, next))
        return (
          <div key={id} className="options__dots" data-chosen={weight > 0}>
            <span className="options__label" id={`dots-${id}`}>
              {label}
            </span>
            <span className="options__stepper">
              <button
                type="button"
                aria-label={t('vote.fewer', { label })}
                disabled={weight === 0}
                onClick={() => set(weight - 1)}
              >
                <Minus aria-hidden="true" />
              </button>
              <output aria-labelledby={`dots-${id}`}>{weight}</output>
              <button
                type="button"
                aria-label={t('vote.more', { label })}
                disabled={left === 0 || weight === perOption}
                onClick={() => set(weight + 1)}
              >
                <Plus aria-hidden="true" />
              </button>
            </span>
          </div>
        )
      })}
      <p role="status" className="options__left">
        {t('vote.dotsLeft', { count: left })}
      </p>
    </fieldset>
  )
}

function withWeight(choices: Choices, optionId: OptionId, weight: number): Choices {
  const others = choices.filter(choice => choice.optionId !== optionId)
  return weight === 0 ? others : [...others, { optionId, weight }]
}
