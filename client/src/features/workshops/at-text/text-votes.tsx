import { minutesPath } from '@randnotiz/contract/workshops/paths'
import type { TextResults, TextVote } from '@randnotiz/contract/workshops/text-results'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { TallyView } from '../live/result-view.js'
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
  if (round.vote === null || round.result === null) return null
  const { tally, eligible } = round.result
  const day = workshop?.endedAt ? ` · ${formatDate(workshop.endedAt, language)}` : ''
  return (
    <article className="text-vote" aria-label={vote.title}>
      <h3>{vote.question ?? vote.title}</h3>
      <p className="text-vote__facts">
        {workshop?.title}
        {day}
      </p>
      <TallyView vote={round.vote} tally={tally} before={null} />
      <p className="text-vote__facts">
        {t('result.turnout', { cast: tally.cast, eligible })} · {t(`secrecy.${round.vote.secrecy}`)} ·{' '}
        {t(`admission.${vote.admission}`)} · {t('result.recounted')}
      </p>
      <p className="text-vote__ways">
        {blockId !== null && <a href={`#block-${blockId}`}>{t('minutesPage.toPlace')}</a>}
        <a href={`${minutesPath(workshopId)}#schritt-${stepId}`}>{t('minutesPage.toMinutes')}</a>
      </p>
    </article>
  )
}
