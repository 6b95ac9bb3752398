import {
  FindingOrder,
  type FindingPage,
  type FindingQuery,
  PlaceFilter,
  searchLimit,
} from '@randnotiz/contract/annotations/finding'
import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Select } from '@randnotiz/ui/select'
import { TextField } from '@randnotiz/ui/text-field'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { useViewer } from '../../../platform/viewer.js'
import { findingsAddress, findingsPath, readFindingQuery } from './findings-question.js'

type FiltersProps = { query: FindingQuery; page: FindingPage }

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
        <Choices query={query} page={page} />
        <OwnOnly query={query} />
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

function Choices({ query, page }: FiltersProps) {
  const { t } = useTranslation('annotations')
  const localized = useLocalized()
  const any = { value: '', label: t('finding.any') }
  const documents = page.documents.map(({ slug, title }) => ({ value: slug, label: localized(title) }))
  const chapters = page.chapters.map(({ blockId, level, text }) => ({
    value: blockId,
    label: `${'– '.repeat(Math.max(0, level - 2))}${text}`,
  }))
  const kinds = AnnotationKind.options.map(kind => ({
    value: kind,
    label: `${t(`kind.${kind}`)} (${page.kinds[kind] ?? 0})`,
  }))
  const places = PlaceFilter.options.map(place => ({ value: place, label: t(`finding.place.${place}`) }))
  const orders = FindingOrder.options.map(order => ({ value: order, label: t(`finding.order.${order}`) }))
  return (
    <>
      <Select
        label={t('finding.document')}
        name="document"
        defaultValue={query.document ?? ''}
        options={[any, ...documents]}
      />
      {chapters.length > 0 && (
        <Select
          label={t('finding.chapter')}
          name="chapter"
          defaultValue={query.chapter ?? ''}
          options={[any, ...chapters]}
        />
      )}
      <Select
        label={t('finding.kind')}
        name="kind"
        defaultValue={query.kind ?? ''}
        options={[any, ...kinds]}
      />
      <Select
        label={t('finding.placeLabel')}
        name="place"
        defaultValue={query.place ?? ''}
        options={[any, ...places]}
      />
      <Select
        label={t('finding.orderLabel')}
        name="order"
        defaultValue={query.order ?? 'passage'}
        options={orders}
      />
    </>
  )
}

function OwnOnly({ query }: { query: FindingQuery }) {
  const { t } = useTranslation('annotations')
  const viewer = useViewer()
  if (viewer.kind === 'anonymous') return null
  return (
    <label className="finding-filters__own">
      <input type="checkbox" name="mine" value="yes" defaultChecked={query.mine === 'yes'} />
      {t('finding.mine')}
    </label>
  )
}
