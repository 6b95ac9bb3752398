import type { Round } from '@randnotiz/contract/workshops/session'
import { useTranslation } from 'react-i18next'

/** A vote as a table, with all that is needed to trust it. */
export function RoundMinutes({ round, of }: { round: Round; of: number }) {
  const { t } = useTranslation('workshops')
  const { vote, result, number } = round
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
        {of > 1 && `${t('result.round', { number })}: `}
        {method} · {t(`secrecy.${vote.secrecy}`)} · {t('result.turnout', { cast: tally.cast, eligible })} ·{' '}
        {t('minutesPage.late', { count: late })} · {t('result.recounted')}
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
            <th scope="row">{label}</th>
            <td>{sumOf(id)?.weight ?? 0}</td>
            <td>{sumOf(id)?.voters ?? 0}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
