import { minutesPath } from '@randnotiz/contract/workshops/paths'
import type {
  ContributionResult,
  ContributionVote,
  TextResults,
} from '@randnotiz/contract/workshops/text-results'
import { useTranslation } from 'react-i18next'
import './at-text.css'

/** What became of a contribution in its workshop, with the way to the minutes; nothing before those are published. */
export function ContributionFacts({ result }: { result: ContributionResult }) {
  const { t } = useTranslation('workshops')
  const { group, votes, workshopId } = result
  return (
    <ul className="contribution-facts">
      {group !== null && (
        <li>
          {group.title === ''
            ? t('atText.unnamed', { count: group.count })
            : t('atText.group', { title: group.title, count: group.count })}
        </li>
      )}
      {votes.map(vote => (
        <li key={vote.stepId}>
          <Fared vote={vote} />
          {vote.ahead && <strong> {t('atText.ahead')}</strong>}{' '}
          <a href={`${minutesPath(workshopId)}#schritt-${vote.stepId}`}>{t('minutesPage.toMinutes')}</a>
        </li>
      ))}
      {votes.length === 0 && (
        <li>
          <a href={minutesPath(workshopId)}>{t('minutesPage.toMinutes')}</a>
        </li>
      )}
    </ul>
  )
}

function Fared({ vote: { title, weight, cast, dots } }: { vote: ContributionVote }) {
  const { t } = useTranslation('workshops')
  return <>{t(dots ? 'atText.dots' : 'atText.votes', { title, count: weight, cast })}</>
}

/** By contribution; those of workshops without published minutes have nothing. */
export function contributionFacts({ workshops, contributions }: TextResults) {
  const known = new Map(contributions.map(result => [result.annotationId, result]))
  return workshops.length === 0
    ? () => null
    : (id: ContributionResult['annotationId']) => {
        const result = known.get(id)
        return result ? <ContributionFacts result={result} /> : null
      }
}
