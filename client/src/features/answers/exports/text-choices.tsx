import type { ExportsPage } from '@randnotiz/contract/answers/exports/endpoints'
import { VersionName } from '@randnotiz/contract/publishing/version'
import { Select } from '@randnotiz/ui/select'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import type { ExportForm } from './use-export-form.js'

type Props = { page: ExportsPage; form: ExportForm }

/** Which text, and which of its versions. */
export function TextChoices({ page, form: { wish, change } }: Props) {
  const { t } = useTranslation('exports')
  const localized = useLocalized()
  const versions = page.documents[wish.document]?.versions ?? []
  const options = versions.map(({ version, title }) => ({
    value: version,
    label: title === null ? t('live') : t('release', { number: version, title }),
  }))
  const to = wish.to ?? versions[0]?.version ?? ''
  const from = wish.from ?? versions[1]?.version ?? to
  return (
    <div className="export-form__fields">
      <Select
        label={t('document')}
        value={String(wish.document)}
        options={page.documents.map(({ title }, place) => ({
          value: String(place),
          label: localized(title),
        }))}
        onChange={({ currentTarget }) =>
          change({ document: Number(currentTarget.value), from: null, to: null })
        }
      />
      {wish.kind === 'comparison' && (
        <Select
          label={t('from')}
          value={from}
          options={options}
          onChange={({ currentTarget }) => change({ from: VersionName.parse(currentTarget.value) })}
        />
      )}
      <Select
        label={wish.kind === 'comparison' ? t('to') : t('version')}
        value={to}
        options={options}
        onChange={({ currentTarget }) => change({ to: VersionName.parse(currentTarget.value) })}
      />
    </div>
  )
}
