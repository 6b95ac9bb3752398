import { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import type { AnswersPage, AnswersQuery } from '@randnotiz/contract/answers/public'
import type { ProcessPage } from '@randnotiz/contract/publishing/endpoints'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Card } from '@randnotiz/ui/card'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { BreakdownTable } from '../../features/annotations/participation/breakdown-table.js'
import { KindMark } from '../../features/annotations/parts/kind-mark.js'
import { Said } from '../../features/annotations/parts/said.js'
import { AnswerProgress } from '../../features/answers/public/answer-progress.js'
import { AnswerView } from '../../features/answers/public/answer-view.js'
import { ResultNumbers } from '../../features/answers/results/result-numbers.js'
import {
  readResultsQuery,
  resultNumbersQuestion,
  resultsAddress,
  resultsQuestion,
} from '../../features/answers/results/results-question.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { versionsAddress } from '../../features/publishing/versions/addresses.js'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import '../../features/answers/results/results.css'

type Home = z.infer<typeof ProcessPage>

/** What came of the contributions, with every outcome and reason. */
export default function ResultsPage() {
  const home = useAnswer(homeQuestion)
  return home.ok ? <Results home={home.value} /> : <Refused refusal={home.refusal} />
}

function Results({ home }: { home: Home }) {
  const { t } = useTranslation(['results', 'answers'])
  const [search] = useSearchParams()
  const answer = useAnswer(resultsQuestion(home.process.slug, search))
  const numbers = useAnswer(resultNumbersQuestion(home.process.slug))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const { totals, total, next } = answer.value
  const query = readResultsQuery(search)
  const parts = OutcomeKind.options.flatMap(key => {
    const count = totals.outcomes[key] ?? 0
    return count > 0 ? [{ key, count }] : []
  })
  return (
    <div className="column page">
      <h1>{t('results:title')}</h1>
      <p className="lead">{t('results:intro')}</p>
      <section className="results" aria-label={t('results:numbers')}>
        <AnswerProgress {...totals} />
        {parts.length > 0 && (
          <BreakdownTable
            caption={t('results:byOutcome')}
            breakdown={{ parts, rest: 0 }}
            labelOf={key => t(`answers:outcome.${key}` as 'answers:outcome.adopted')}
          />
        )}
        {numbers.ok && <ResultNumbers numbers={numbers.value} />}
        {parts.length > 0 && <p className="results__note">{t('results:columnsExplained')}</p>}
      </section>
      <Choices home={home} query={query} />
      <section className="results" aria-labelledby="results-list">
        <h2 id="results-list">{t('results:list')}</h2>
        <p role="status">{total === 0 ? t('results:none') : t('results:found', { count: total })}</p>
        <Answered page={answer.value} />
        {next !== null && (
          <p>
            <Link to={resultsAddress(query, { after: next })} className={buttonClass({ look: 'secondary' })}>
              {t('results:next')}
            </Link>
          </p>
        )}
      </section>
      <Releases home={home} />
    </div>
  )
}

function Choices({ home, query }: { home: Home; query: AnswersQuery }) {
  const { t } = useTranslation(['results', 'answers'])
  const localized = useLocalized()
  const outcomes = OutcomeKind.options.map(value => ({ value, label: t(`answers:outcome.${value}`) }))
  const documents = home.documents.map(({ slug, title }) => ({ value: slug, label: localized(title) }))
  return (
    <nav className="results" aria-label={t('results:choose')}>
      <ChoiceList name="outcome" label={t('results:outcome')} query={query} options={outcomes} />
      <ChoiceList name="document" label={t('results:document')} query={query} options={documents} />
    </nav>
  )
}

type ChoiceProps = {
  name: 'outcome' | 'document'
  label: string
  query: AnswersQuery
  options: readonly { value: string; label: string }[]
}

function ChoiceList({ name, label, query, options }: ChoiceProps) {
  const { t } = useTranslation('results')
  const all = { value: undefined, label: t('all') }
  return (
    <div>
      <p className="field__label">{label}</p>
      <ul className="results__choices">
        {[all, ...options].map(option => (
          <li key={option.label}>
            <Link
              to={resultsAddress(query, { [name]: option.value })}
              aria-current={query[name] === option.value || undefined}
            >
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Answered({ page }: { page: AnswersPage }) {
  const localized = useLocalized()
  return (
    <ol className="results__list">
      {page.answered.map(({ annotation, document }) => (
        <li key={annotation.id}>
          <Card as="article" className="results__item">
            <h3>
              <Link to={`/texte/${document.slug}#anmerkung-${annotation.id}`}>
                {localized(document.title)}
              </Link>
            </h3>
            <KindMark kind={annotation.kind} />
            {annotation.target.kind === 'passage' && (
              <blockquote className="finding__quote">{annotation.target.quote.exact}</blockquote>
            )}
            <Said {...annotation} />
            <AnswerView annotation={annotation} slug={document.slug} />
          </Card>
        </li>
      ))}
    </ol>
  )
}

function Releases({ home }: { home: Home }) {
  const { t } = useTranslation('results')
  const localized = useLocalized()
  return (
    <section className="results" aria-labelledby="results-releases">
      <h2 id="results-releases">{t('releases')}</h2>
      <ul className="results__choices">
        {home.documents.map(({ id, slug, title }) => (
          <li key={id}>
            <Link to={versionsAddress(slug)}>{localized(title)}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
