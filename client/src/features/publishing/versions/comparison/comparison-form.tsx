import type { ComparisonPage } from '@randnotiz/contract/publishing/comparison'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useVersionName } from '../version-name.js'
import type { ComparisonView } from './compared-rows.js'

type Props = { page: ComparisonPage; view: ComparisonView; all: boolean }

/** Which two versions, and how they are shown. An ordinary form, so that it works without scripts. */
export function ComparisonForm({ page, view, all }: Props) {
  const { t } = useTranslation('versions')
  const nameOf = useVersionName()
  const options = page.versions.map(version => ({ value: version.version, label: nameOf(version) }))
  return (
    <form
      className="comparison-form"
      key={`${page.from.version} ${page.to.version}`}
      action={`/texte/${page.document.slug}/vergleich`}
    >
      <Select label={t('comparison.from')} name="von" options={options} defaultValue={page.from.version} />
      <Select label={t('comparison.to')} name="bis" options={options} defaultValue={page.to.version} />
      {view === 'beside' && <input type="hidden" name="ansicht" value="nebeneinander" />}
      {all && <input type="hidden" name="alles" value="ja" />}
      <Button type="submit">{t('comparison.submit')}</Button>
    </form>
  )
}

export function ViewLinks({ page, view, all }: Props) {
  const { t } = useTranslation('versions')
  const address = (chosen: { view: ComparisonView; all: boolean }) => {
    const search = new URLSearchParams({ von: page.from.version, bis: page.to.version })
    if (chosen.view === 'beside') search.set('ansicht', 'nebeneinander')
    if (chosen.all) search.set('alles', 'ja')
    return `?${search}`
  }
  const choice = (label: string, chosen: { view: ComparisonView; all: boolean }) => {
    const current = chosen.view === view && chosen.all === all
    return (
      <Link to={address(chosen)} preventScrollReset aria-current={current || undefined}>
        {label}
      </Link>
    )
  }
  return (
    <nav className="view-links" aria-label={t('comparison.view')}>
      <p className="view-links__group">
        {choice(t('comparison.inline'), { view: 'inline', all })}
        {choice(t('comparison.beside'), { view: 'beside', all })}
      </p>
      <p className="view-links__group">
        {choice(t('comparison.onlyChanges'), { view, all: false })}
        {choice(t('comparison.all'), { view, all: true })}
      </p>
    </nav>
  )
}
