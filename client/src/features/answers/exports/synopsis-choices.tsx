import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { ExportsPage } from '@randnotiz/contract/answers/exports/endpoints'
import { SynopsisFilter, synopsisColumns } from '@randnotiz/contract/answers/exports/order'
import { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { Select } from '@randnotiz/ui/select'
import { TextField } from '@randnotiz/ui/text-field'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import type { ExportForm } from './use-export-form.js'

type Props = { page: ExportsPage; form: ExportForm }

/** Names, answers, selection and titles of a synopsis. */
export function SynopsisChoices({ page, form: { wish, change } }: Props) {
  const { t } = useTranslation('exports')
  return (
    <>
      <RadioGroup
        legend={t('names.legend')}
        value={wish.names}
        onChange={names => change({ names })}
        options={(['without', 'with'] as const).map(value => ({ value, label: t(`names.${value}`) }))}
      />
      <RadioGroup
        legend={t('answers.legend')}
        value={wish.answers}
        onChange={answers => change({ answers })}
        options={(['published', 'all'] as const).map(value => ({ value, label: t(`answers.${value}`) }))}
      />
      <Selection page={page} form={{ wish, change }} />
      <Titles form={{ wish, change }} />
    </>
  )
}

type PartProps = { form: Pick<ExportForm, 'wish' | 'change'> }

function Selection({ page, form: { wish, change } }: PartProps & { page: ExportsPage }) {
  const { t } = useTranslation('exports')
  const localized = useLocalized()
  const choices = {
    document: page.documents.map(({ slug, title }) => ({ value: slug, label: localized(title) })),
    kind: AnnotationKind.options.map(value => ({ value, label: t(`kinds.${value}`) })),
    outcome: OutcomeKind.options.map(value => ({ value, label: t(`outcomes.${value}`) })),
    answered: (['yes', 'no'] as const).map(value => ({ value, label: t(`filter.${value}`) })),
    unit: page.units.map(({ id, name }) => ({ value: id, label: name })),
  }
  const fields = (['document', 'kind', 'outcome', 'answered', 'unit'] as const).filter(
    name => choices[name].length > 0,
  )
  return (
    <details className="export-form__more">
      <summary>{t('filter.title')}</summary>
      <p>{t('filter.hint')}</p>
      <div className="export-form__fields">
        {fields.map(name => (
          <Select
            key={name}
            label={t(`filter.${name}`)}
            value={wish.filter[name] ?? ''}
            options={[{ value: '', label: t('filter.all') }, ...choices[name]]}
            onChange={({ currentTarget: { value } }) =>
              change({
                filter: SynopsisFilter.parse({ ...wish.filter, [name]: value === '' ? null : value }),
              })
            }
          />
        ))}
      </div>
    </details>
  )
}

function Titles({ form: { wish, change } }: PartProps) {
  const { t } = useTranslation('exports')
  const { titles } = wish
  return (
    <details className="export-form__more">
      <summary>{t('titles.title')}</summary>
      <p>{t('titles.hint')}</p>
      <div className="export-form__fields">
        <TextField
          label={t('titles.document')}
          value={titles.title}
          maxLength={160}
          onChange={({ currentTarget }) => change({ titles: { ...titles, title: currentTarget.value } })}
        />
        {synopsisColumns.map(column => (
          <TextField
            key={column}
            label={t(`titles.${column}`)}
            value={titles.columns[column]}
            maxLength={160}
            onChange={({ currentTarget }) =>
              change({ titles: { ...titles, columns: { ...titles.columns, [column]: currentTarget.value } } })
            }
          />
        ))}
      </div>
    </details>
  )
}
