import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { ProcessPage } from '@randnotiz/contract/publishing/endpoints'
import { buttonClass } from '@randnotiz/ui/button-class'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { FollowButton } from '../../features/accounts/following/follow-button.js'
import { findingsPath } from '../../features/annotations/finding/findings-question.js'
import { ParticipationNumbers } from '../../features/annotations/participation/participation-numbers.js'
import { participationQuestion } from '../../features/annotations/participation/participation-question.js'
import { AnswerProgress } from '../../features/answers/public/answer-progress.js'
import { totalsQuestion } from '../../features/answers/public/totals-question.js'
import { resultsPath } from '../../features/answers/results/results-question.js'
import { DocumentGrid } from '../../features/publishing/document-grid.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import {
  measureFilterAddress,
  measuresId,
  measuresThat,
  readMeasureFilter,
} from '../../features/publishing/measure-filter.js'
import { MeasureFilters } from '../../features/publishing/measure-filters.js'
import { NewsList } from '../../features/publishing/news/news-list.js'
import { newsListQuestion, newsPath } from '../../features/publishing/news/news-questions.js'
import type { NumbersById } from '../../features/publishing/numbers.js'
import { totalsOf } from '../../features/publishing/numbers.js'
import { PhaseTimeline } from '../../features/publishing/phase-timeline.js'
import { ProcessHero } from '../../features/publishing/process-hero.js'
import { ProcessTotals } from '../../features/publishing/process-totals.js'
import { ThreeSteps } from '../../features/publishing/three-steps.js'
import { useLiveNumbers } from '../../features/publishing/use-live-numbers.js'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { useViewer } from '../../platform/viewer.js'
import { PageSection } from '../layout/page-section.js'
import { Refused } from '../layout/refused.js'
import './home-page.css'

export default function HomePage() {
  const answer = useAnswer(homeQuestion)
  return answer.ok ? <Home page={answer.value} /> : <Refused refusal={answer.refusal} />
}

type Props = { page: z.infer<typeof ProcessPage> }

function Home({ page }: Props) {
  const { t } = useTranslation(['publishing', 'annotations'])
  const { process, documents, currentPhase } = page
  const numbers = useLiveNumbers(process.id, page.numbers)
  const [now] = useState(() => new Date())
  const buildingBlocks = documents.filter(({ kind }) => kind === 'buildingBlock')
  const measures = documents.filter(({ kind }) => kind === 'measure')
  return (
    <div className="home">
      <Illustration page={page} />
      <ProcessHero page={page} />
      <Welcome page={page}>
        <ProcessTotals texts={documents.length} {...totalsOf(numbers)} />
        <Answered slug={process.slug} />
        <Link to={findingsPath} className={buttonClass({ look: 'quiet' })}>
          {t('annotations:finding.link')}
        </Link>
      </Welcome>
      <LatestNews {...process} />
      <PageSection id="phasen" title={t('phases.heading')}>
        <PhaseTimeline phases={process.phases} currentKey={currentPhase} now={now} />
      </PageSection>
      <PageSection
        id="konzeptbausteine"
        title={t('documents.buildingBlocks')}
        intro={t('documents.buildingBlocksIntro')}
      >
        <DocumentGrid documents={buildingBlocks} numbers={numbers} />
      </PageSection>
      <Measures measures={measures} numbers={numbers} />
      <PageSection id="mitmachen" title={t('steps.heading')} tone="sheet">
        <ThreeSteps />
      </PageSection>
      <TakingPart {...process} />
      <Results page={page} />
      <Contact page={page} />
    </div>
  )
}

function Answered({ slug }: { slug: string }) {
  const answer = useAnswer(totalsQuestion(slug))
  return answer.ok ? <AnswerProgress {...answer.value} /> : null
}

/** What stands on the home page of the news. */
const mostLatest = 3

function LatestNews({ id, slug }: Pick<Props['page']['process'], 'id' | 'slug'>) {
  const { t } = useTranslation('news')
  const answer = useAnswer(newsListQuestion(slug))
  const latest = answer.ok ? answer.value.items.filter(({ state }) => state === 'published') : []
  return (
    <PageSection id="neues" title={t('latest')}>
      {latest.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <div className="news-latest">
          <NewsList items={latest.slice(0, mostLatest)} level="h3" />
        </div>
      )}
      <div className="news-ways">
        <Link to={newsPath}>{t('all')}</Link>
        <FollowButton subject={{ kind: 'process', id }} />
      </div>
    </PageSection>
  )
}

type MeasuresProps = { measures: readonly DocumentSummary[]; numbers: NumbersById }

function Measures({ measures, numbers }: MeasuresProps) {
  const { t } = useTranslation('publishing')
  const [search] = useSearchParams()
  const filter = readMeasureFilter(search, measures)
  const shown = measuresThat(measures, filter)
  return (
    <PageSection id={measuresId} title={t('documents.measures')} intro={t('documents.measuresIntro')}>
      <MeasureFilters measures={measures} filter={filter} />
      {shown.length === 0 && measures.length > 0 ? (
        <p>
          {t('filter.none')}{' '}
          <Link to={measureFilterAddress({ theme: null, status: null })}>{t('filter.reset')}</Link>
        </p>
      ) : (
        <DocumentGrid documents={shown} numbers={numbers} />
      )}
    </PageSection>
  )
}

function Illustration({ page: { process } }: Props) {
  const { t } = useTranslation('publishing')
  const localized = useLocalized()
  if (process.notice === null) return null
  return (
    <aside className="home__notice" aria-label={t('notice')}>
      <p>
        <strong>{t('notice')}.</strong> {localized(process.notice)}
      </p>
    </aside>
  )
}

function Welcome({ page: { process }, children }: Props & { children: React.ReactNode }) {
  const { t } = useTranslation('publishing')
  const localized = useLocalized()
  return (
    <PageSection id="worum-es-geht" title={t('welcome')}>
      <div className="home__welcome">
        <div className="prose">
          {process.welcome.map(paragraph => (
            <p key={paragraph.de}>{localized(paragraph)}</p>
          ))}
        </div>
        {children}
      </div>
    </PageSection>
  )
}

function TakingPart({ slug, phases }: Pick<Props['page']['process'], 'slug' | 'phases'>) {
  const { t } = useTranslation('participation')
  const answer = useAnswer(participationQuestion(slug))
  if (!answer.ok) return null
  return (
    <PageSection id="wer-mitmacht" title={t('title')}>
      <ParticipationNumbers numbers={answer.value} phases={phases} />
    </PageSection>
  )
}

function Contact({ page: { process } }: Props) {
  const { t } = useTranslation('publishing')
  const localized = useLocalized()
  if (process.contact === null) return null
  const { unit, email, phone } = process.contact
  return (
    <PageSection id="kontakt" title={t('contact')}>
      <address className="home__contact">
        {localized(unit)}
        <br />
        <a href={`mailto:${email}`}>{email}</a>
        {phone !== '' && (
          <>
            <br />
            <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
          </>
        )}
      </address>
    </PageSection>
  )
}

function Results({ page: { process } }: Props) {
  const { t } = useTranslation(['publishing', 'results'])
  const localized = useLocalized()
  const viewer = useViewer()
  return (
    <PageSection id="ergebnisse" title={t('results.heading')}>
      <div className="prose">
        {process.results.map(paragraph => (
          <p key={paragraph.de}>{localized(paragraph)}</p>
        ))}
      </div>
      <p>
        <Link to={resultsPath}>{t('results:link')}</Link>
      </p>
      {viewer.kind === 'anonymous' && (
        <p>
          <Link to="/registrieren" className={buttonClass({ look: 'primary' })}>
            {t('results.signUp')}
          </Link>
        </p>
      )}
    </PageSection>
  )
}
