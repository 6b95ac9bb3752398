import { type FindingPage, type FindingQuery, searchLimit } from '@randnotiz/contract/annotations/finding'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { TextField } from '@randnotiz/ui/text-field'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useViewer } from '../../../platform/viewer.js'
import { type ChoicesProps, FindingChoices } from './finding-choices.js'
import { findingsAddress, findingsPath, readFindingQuery } from './findings-question.js'

export type FiltersProps = ChoicesProps & { page: FindingPage }

/** A form like any other: without scripts the browser sends it, with them the page changes in place. */
export function FindingFilters({ query, page }: FiltersProps) {
  const { t } = useTranslation('annotations')
  const navigate = useNavigate()
  const isNarrowed = findingsAddress(query) !== findingsPath
  return (
    <form
      className="finding-filters"
      method="get"
      action={findingsPath}
      // Another choice by a link fills the fields anew.
      key={findingsAddress(query)}
      onSubmit={event => {
        event.preventDefault()
        const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])
        navigate(findingsAddress(readFindingQuery(new URLSearchParams(fields))))
      }}
    >
      <TextField
        label={t('finding.words')}
        name="q"
        type="search"
        maxLength={searchLimit}
        defaultValue={query.q ?? ''}
        className="finding-filters__words"
      />
      <details className="finding-filters__more" open={isNarrowed}>
        <summary>{t('finding.more')}</summary>
        <FindingChoices query={query} page={page} />
        <OfReader query={query} />
      </details>
      {query.since && <input type="hidden" name="since" value={query.since} />}
      <div className="finding-filters__send">
        <Button type="submit">{t('finding.show')}</Button>
        {isNarrowed && (
          <Link to={findingsPath} className={buttonClass({ look: 'quiet' })}>
            {t('finding.reset')}
          </Link>
        )}
      </div>
    </form>
  )
}

/** What concerns the person who looks; strangers have neither written nor marked anything. */
export function OfReader({ query }: { query: FindingQuery }) {
  const { t } = useTranslation('annotations')
  const viewer = useViewer()
  if (viewer.kind === 'anonymous') return null
  return (['mine', 'unread'] as const).map(name => (
    <label key={name} className="finding-filters__own">
      <input type="checkbox" name={name} value="yes" defaultChecked={query[name] === 'yes'} />
      {t(`finding.${name}`)}
    </label>
  ))
}
