import type { HallStep } from '@randnotiz/contract/workshops/hall'
import type { Admission, Round } from '@randnotiz/contract/workshops/session'
import type { Tally, Vote } from '@randnotiz/contract/workshops/voting'
import { useTranslation } from 'react-i18next'
import './result-view.css'

type RoundProps = { vote: Vote; tally: Tally; before: Tally | null }

/** The standing of a vote, option by option; with the round before it where there was one. */
export function TallyView({ vote, tally, before }: RoundProps) {
  const { t } = useTranslation('workshops')
  const most = Math.max(1, ...tally.options.map(({ weight }) => weight))
  const weightIn = (count: Tally | null, id: string) =>
    count?.options.find(({ optionId }) => optionId === id)?.weight
  return (
    <ol className="tally">
      {vote.options.map(({ id, label }) => {
        const weight = weightIn(tally, id) ?? 0
        const earlier = weightIn(before, id)
        return (
          <li key={id} className="tally__option" data-first={weight === most}>
            <span className="tally__label">{label}</span>
            <span className="tally__count">
              {weight}
              {earlier !== undefined && (
                <span className="tally__before">{t('result.before', { count: earlier })}</span>
              )}
            </span>
            <span className="tally__track" aria-hidden="true">
              <span className="tally__bar" style={{ inlineSize: `${(100 * weight) / most}%` }} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}

type Revealed = Round & { vote: Vote; result: NonNullable<Round['result']> }

export const revealedRounds = ({ rounds }: Pick<HallStep, 'rounds'>): Revealed[] =>
  rounds.flatMap(({ vote, result, ...round }) => (vote && result ? [{ ...round, vote, result }] : []))

type Props = { step: Pick<HallStep, 'step' | 'rounds' | 'conclusion'>; admission: Admission }

/** The last revealed vote of a step, with what is needed to trust it. */
export function ResultView({ step, admission }: Props) {
  const { t } = useTranslation('workshops')
  const rounds = revealedRounds(step)
  const last = rounds.at(-1)
  if (!last) return null
  const { plan } = step.step
  const before = rounds.at(-2)?.result.tally ?? null
  const { tally, eligible, late } = last.result
  return (
    <section className="result">
      {plan.kind === 'poll' && <p className="result__question">{plan.question}</p>}
      <TallyView vote={last.vote} tally={tally} before={before} />
      <p className="result__trust">
        {t('result.turnout', { cast: tally.cast, eligible })}
        {' · '}
        {t(`secrecy.${last.vote.secrecy}`)}
        {' · '}
        {t(`admission.${admission}`)}
        {last.number > 1 && ` · ${t('result.round', { number: last.number })}`}
        {late > 0 && ` · ${t('result.late', { count: late })}`}
        {' · '}
        {t('result.recounted')}
      </p>
      {step.conclusion !== null && <p className="result__conclusion">{step.conclusion}</p>}
    </section>
  )
}
