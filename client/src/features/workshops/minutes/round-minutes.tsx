import type { StepMinutes } from '@randnotiz/contract/workshops/minutes'
import type { Round } from '@randnotiz/contract/workshops/session'
import { leadingOptions } from '@randnotiz/domain/workshops/minutes-reading'
import { Badge } from '@randnotiz/ui/badge'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'

/** A vote as a table, with all that is needed to trust it. */
export function RoundMinutes({ round, step }: { round: Round; step: Pick<StepMinutes, 'kind' | 'rounds'> }) {
  const { t } = useTranslation('workshops')
  const language = useLanguage()
  const { vote, result, number, sealedAt } = round
  const ahead = new Set<string>(leadingOptions(round))
  if (vote === null) return null
  if (result === null) return <p>{t('minutesPage.notRevealed')}</p>
  const { tally, eligible, late } = result
  const { most, perOption } = vote.rule
  const sumOf = (id: string) => tally.options.find(({ optionId }) => optionId === id)
  const method =
    perOption > 1 ? t('vote.dots', { count: most, perOption }) : t('vote.chooseSome', { count: most })
  return (
    <table className="round-minutes">
      <caption>
        {step.rounds.length > 1 && `${t('result.round', { number })}: `}
        {method} · {t(`secrecy.${vote.secrecy}`)} · {t('result.turnout', { cast: tally.cast, eligible })} ·{' '}
        {t('minutesPage.late', { count: late })} ·{' '}
        {sealedAt !== null && `${t('minutesPage.sealed', { time: formatTime(sealedAt, language) })} · `}
        {t('result.recounted')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('minutesPage.option')}</th>
          <th scope="col">{t(perOption > 1 ? 'minutesPage.dots' : 'minutesPage.votes')}</th>
          <th scope="col">{t('minutesPage.voters')}</th>
        </tr>
      </thead>
      <tbody>
        {vote.options.map(({ id, label }) => (
          <tr key={id}>
            <th scope="row">
              {label}
              {step.kind === 'duel' && id === 'as-it-is' && ` (${t('minutesPage.asItIs')})`}
              {ahead.has(id) && <Badge tone="success">{t('minutesPage.ahead')}</Badge>}
            </th>
            <td>{sumOf(id)?.weight ?? 0}</td>
            <td>{sumOf(id)?.voters ?? 0}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
