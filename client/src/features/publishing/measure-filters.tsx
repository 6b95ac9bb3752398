import { type DocumentSummary, MeasureStatus } from '@randnotiz/contract/documents/document'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { type MeasureFilter, measureFilterAddress, measuresThat, themesOf } from './measure-filter.js'
import './measure-filters.css'

type Props = { measures: readonly DocumentSummary[]; filter: MeasureFilter }

/** Themes and states to choose from, as links: each says how many measures it leads to. */
export function MeasureFilters({ measures, filter }: Props) {
  const { t } = useTranslation('publishing')
  const localized = useLocalized()
  const count = (chosen: MeasureFilter) => measuresThat(measures, chosen).length
  const choice = (label: string, chosen: MeasureFilter) => ({
    label,
    address: measureFilterAddress(chosen),
    count: count(chosen),
    isChosen: chosen.theme === filter.theme && chosen.status === filter.status,
  })
  const themes = themesOf(measures)
  if (themes.length === 0) return null
  return (
    <nav className="measure-filters" aria-label={t('filter.label')}>
      <Choices
        heading={t('filter.theme')}
        choices={[
          choice(t('filter.all'), { ...filter, theme: null }),
          ...themes.map(({ key, label }) => choice(localized(label), { ...filter, theme: key })),
        ]}
      />
      <Choices
        heading={t('filter.status')}
        choices={[
          choice(t('filter.all'), { ...filter, status: null }),
          ...MeasureStatus.options.map(status =>
            choice(t(`documents.status.${status}`), { ...filter, status }),
          ),
        ]}
      />
      <p className="measure-filters__found" role="status">
        {t('filter.found', { shown: count(filter), count: measures.length })}
      </p>
    </nav>
  )
}

type Choice = { label: string; address: string; count: number; isChosen: boolean }

function Choices({ heading, choices }: { heading: string; choices: readonly Choice[] }) {
  const { t } = useTranslation('publishing')
  const id = useId()
  return (
    <div className="measure-filters__group">
      <p id={id} className="measure-filters__heading">
        {heading}
      </p>
      <ul aria-labelledby={id}>
        {choices.map(({ label, address, count, isChosen }) => (
          <li key={label}>
            <Link
              to={address}
              preventScrollReset
              className="measure-filters__choice"
              aria-current={isChosen || undefined}
              aria-label={t('filter.choice', { label, count })}
            >
              {label} <span className="measure-filters__count">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
