import { minutesPath } from '@randnotiz/contract/workshops/paths'
import type { TextResults, TextVote } from '@randnotiz/contract/workshops/text-results'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { RoundMinutes } from '../minutes/round-minutes.js'
import '../minutes/minutes.css'
import './at-text.css'

/** How people have voted in workshops about a text and its passages. Nothing where nobody has. */
export function TextVotes({ results }: { results: TextResults }) {
  const { t } = useTranslation('workshops')
  if (results.votes.length === 0) return null
  return (
    <section className="text-votes" aria-labelledby="text-votes">
      <h2 id="text-votes">{t('atText.title')}</h2>
      <ul>
        {results.votes.map(vote => (
          <li key={vote.stepId}>
            <VoteAtText vote={vote} results={results} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function VoteAtText({ vote, results }: { vote: TextVote; results: TextResults }) {
  const { t } = useTranslation('workshops')
  const language = useLanguage()
  const workshop = results.workshops.find(({ id }) => id === vote.workshopId)
  const { round, blockId, stepId, workshopId } = vote
  const day = workshop?.endedAt ? ` · ${formatDate(workshop.endedAt, language)}` : ''
  return (
    <article className="text-vote" aria-label={vote.title}>
      <h3>{vote.question ?? vote.title}</h3>
      <p className="text-vote__facts">
        {workshop?.title}
        {day} · {t(`admission.${vote.admission}`)}
      </p>
      <RoundMinutes round={round} step={{ kind: vote.kind, rounds: [round] }} />
      <p className="text-vote__ways">
        {blockId !== null && <a href={`#block-${blockId}`}>{t('minutesPage.toPlace')}</a>}
        <a href={`${minutesPath(workshopId)}#schritt-${stepId}`}>{t('minutesPage.toMinutes')}</a>
      </p>
    </article>
  )
}
