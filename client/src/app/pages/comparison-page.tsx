import type { ComparisonPage as Page } from '@randnotiz/contract/publishing/comparison'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { versionsAddress } from '../../features/publishing/versions/addresses.js'
import { ChangeStepper } from '../../features/publishing/versions/comparison/change-stepper.js'
import { ComparedRows } from '../../features/publishing/versions/comparison/compared-rows.js'
import { ComparisonForm, ViewLinks } from '../../features/publishing/versions/comparison/comparison-form.js'
import { ComparisonSummary } from '../../features/publishing/versions/comparison/comparison-summary.js'
import { numberChanges } from '../../features/publishing/versions/comparison/number-changes.js'
import {
  changeBecauseOf,
  useFirstChange,
} from '../../features/publishing/versions/comparison/use-first-change.js'
import { VersionHead } from '../../features/publishing/versions/version-head.js'
import { comparisonQuestion } from '../../features/publishing/versions/version-questions.js'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import '../../features/documents/reader/reader.css'
import '../../features/publishing/versions/versions.css'
import '../../features/publishing/versions/comparison/comparison.css'

/** Two versions of a text, and what differs. */
export default function ComparisonPage() {
  const { slug = '' } = useParams()
  const [search] = useSearchParams()
  const answer = useAnswer(comparisonQuestion(slug, search))
  return answer.ok ? <Comparison page={answer.value} search={search} /> : <Refused refusal={answer.refusal} />
}

function Comparison({ page, search }: { page: Page; search: URLSearchParams }) {
  const { t } = useTranslation('versions')
  const localized = useLocalized()
  const rows = useMemo(() => numberChanges(page.rows), [page.rows])
  const count = rows.filter(({ row }) => row === 'change').length
  const first = changeBecauseOf(rows, search.get('anmerkung'))
  useFirstChange(first)
  const shown = {
    page,
    view: search.get('ansicht') === 'nebeneinander' ? 'beside' : 'inline',
    all: search.get('alles') !== null,
  } as const
  const { slug, title } = page.document
  return (
    <div className="comparison-page" data-view={shown.view}>
      <VersionHead
        kicker={<Link to={versionsAddress(slug)}>{t('release.all')}</Link>}
        title={t('comparison.title', { title: localized(title) })}
      >
        <ComparisonForm {...shown} />
      </VersionHead>
      <ComparisonSummary page={page} rows={rows} />
      <ViewLinks {...shown} />
      <div className="comparison-page__sheet">
        <ComparedRows rows={rows} slug={slug} view={shown.view} count={count} />
      </div>
      <ChangeStepper key={`${page.from.version} ${page.to.version}`} count={count} first={first} />
    </div>
  )
}
