import type { FindingPage, FindingQuery } from '@randnotiz/contract/annotations/finding'
import type { Process } from '@randnotiz/contract/publishing/process'
import { currentPhase } from '@randnotiz/domain/publishing/phases'
import { buttonClass } from '@randnotiz/ui/button-class'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import '../../features/annotations/finding/finding.css'
import { FindingCard } from '../../features/annotations/finding/finding-card.js'
import { FindingFilters } from '../../features/annotations/finding/finding-filters.js'
import {
  findingsAddress,
  findingsQuestion,
  readFindingQuery,
} from '../../features/annotations/finding/findings-question.js'
import { MarkRead } from '../../features/annotations/finding/mark-read.js'
import { useLastVisit } from '../../features/annotations/finding/use-last-visit.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { formatDateTime } from '../../platform/i18n/formats.js'
import { useLanguage } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { useInBrowser } from '../../platform/use-in-browser.js'
import { useViewer } from '../../platform/viewer.js'
import { Refused } from '../layout/refused.js'

/** All contributions of the process, to be searched and narrowed; also without scripts. */
export default function FindingsPage() {
  const home = useAnswer(homeQuestion)
  return home.ok ? <Findings process={home.value.process} /> : <Refused refusal={home.refusal} />
}

function Findings({ process }: { process: Process }) {
  const [search] = useSearchParams()
  const answer = useAnswer(findingsQuestion(process.slug, search))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return <FoundPage process={process} page={answer.value} query={readFindingQuery(search)} />
}

type FoundProps = { process: Process; page: FindingPage; query: FindingQuery }

function FoundPage({ process, page, query }: FoundProps) {
  const { t } = useTranslation('annotations')
  const viewer = useViewer()
  const alive = useInBrowser()
  const isReading = query.unread === 'yes' && viewer.kind !== 'anonymous'
  const [now] = useState(() => new Date())
  const maySupport = currentPhase(process.phases, now)?.allows.reply ?? false
  return (
    <div className="findings">
      <header className="findings__head">
        <h1>{t('finding.title')}</h1>
        <p>{t('finding.intro')}</p>
        <SinceLastVisit query={query} />
      </header>
      <div className="findings__columns">
        <FindingFilters query={query} page={page} />
        <section aria-labelledby="gefunden">
          <h2 id="gefunden" className="findings__count">
            {t('finding.count', { count: page.total })}
          </h2>
          {page.total === 0 && <p>{isReading ? t('finding.nothingUnread') : t('finding.nothing')}</p>}
          {page.total > 0 && isReading && alive && <MarkRead asOf={page.asOf} />}
          <ul className="findings__list">
            {page.findings.map(finding => (
              <li key={finding.annotation.id}>
                <FindingCard finding={finding} viewer={viewer} maySupport={maySupport} />
              </li>
            ))}
          </ul>
          <Pages query={query} next={page.next} />
        </section>
      </div>
    </div>
  )
}

function Pages({ query, next }: { query: FindingQuery; next: FindingPage['next'] }) {
  const { t } = useTranslation('annotations')
  if (next === null && !query.after) return null
  return (
    <nav className="findings__pages" aria-label={t('finding.pages')}>
      {query.after && (
        <Link to={findingsAddress(query)} className={buttonClass({ look: 'quiet' })}>
          {t('finding.first')}
        </Link>
      )}
      {next && (
        <Link to={findingsAddress(query, { after: next })} className={buttonClass()}>
          {t('finding.next')}
        </Link>
      )}
    </nav>
  )
}

/** Only this device knows when it was here last, so the server's page does not offer it. */
function SinceLastVisit({ query }: { query: FindingQuery }) {
  const { t } = useTranslation('annotations')
  const language = useLanguage()
  const lastVisit = useLastVisit()
  if (query.since)
    return (
      <p>
        {t('finding.since', { moment: formatDateTime(query.since, language) })}{' '}
        <Link to={findingsAddress(query, { since: undefined })}>{t('finding.all')}</Link>
      </p>
    )
  if (lastVisit === null) return null
  return (
    <p>
      <Link to={findingsAddress({}, { since: lastVisit, order: 'newest' })}>
        {t('finding.newSince', { moment: formatDateTime(lastVisit, language) })}
      </Link>
    </p>
  )
}
