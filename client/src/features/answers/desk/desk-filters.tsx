import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { DeskOrder, type DeskPage, type DeskQuery, DueFilter } from '@randnotiz/contract/answers/desk'
import { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Select } from '@randnotiz/ui/select'
import { TextField } from '@randnotiz/ui/text-field'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { deskPath } from './desk-questions.js'

const dueTexts = { overdue: 'overdue', week: 'week', none: 'noDate' } as const
const orderTexts = { waiting: 'waiting', due: 'byDue', passage: 'passage', supported: 'supported' } as const

type Props = { page: DeskPage; query: DeskQuery }

/** What is to be seen at the desk. A plain form, so that a choice is an address. */
export function DeskFilters({ page, query }: Props) {
  const { t } = useTranslation(['answers', 'annotations'])
  const localized = useLocalized()
  const navigate = useNavigate()
  const any = { value: '', label: t('filter.any') }
  function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const said = new URLSearchParams()
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === 'string' && value !== '') said.set(name, value)
    void navigate(`${deskPath}?${said}`)
  }
  const counted = (label: string, count = 0) => t('filter.counted', { label, count })
  const outcomes = OutcomeKind.options.map(value => ({
    value,
    label: counted(t(`outcome.${value}`), page.outcomes[value]),
  }))
  const kinds = AnnotationKind.options.map(value => ({
    value,
    label: counted(t(`annotations:kind.${value}`), page.kinds[value]),
  }))
  const units = page.settings.units.map(({ id, name }) => ({
    value: id,
    label: counted(name, page.units[id]),
  }))
  const documents = page.documents.map(({ slug, title }) => ({
    value: slug,
    label: counted(localized(title), page.texts[slug]),
  }))
  const chapters = page.chapters.map(({ blockId, text }) => ({ value: blockId, label: text }))
  return (
    <form
      className="desk-filters"
      action={deskPath}
      aria-label={t('filter.label')}
      onSubmit={choose}
      key={JSON.stringify(query)}
    >
      <TextField
        label={t('filter.q')}
        name="q"
        type="search"
        defaultValue={query.q ?? ''}
        data-key="search"
      />
      {query.state && <input type="hidden" name="state" value={query.state} />}
      <Choice name="document" label={t('filter.document')} options={[any, ...documents]} query={query} />
      {chapters.length > 0 && (
        <Choice name="chapter" label={t('filter.chapter')} options={[any, ...chapters]} query={query} />
      )}
      <details className="desk-filters__more" open={isNarrow(query)}>
        <summary>{t('filter.more')}</summary>
        <div className="desk-filters__grid">
          <Choice name="kind" label={t('filter.kind')} options={[any, ...kinds]} query={query} />
          <Choice
            name="unit"
            label={t('filter.unit')}
            options={[any, { value: 'none', label: counted(t('filter.noUnit'), page.units.none) }, ...units]}
            query={query}
          />
          <Choice
            name="due"
            label={t('filter.due')}
            options={[
              any,
              ...DueFilter.options.map(value => ({
                value,
                label: counted(t(`filter.${dueTexts[value]}`), page.dues[value]),
              })),
            ]}
            query={query}
          />
          <Choice name="outcome" label={t('filter.outcome')} options={[any, ...outcomes]} query={query} />
          <Choice
            name="order"
            label={t('filter.order')}
            options={DeskOrder.options.map(value => ({ value, label: t(`filter.${orderTexts[value]}`) }))}
            query={query}
          />
          <div className="desk-filters__ticks">
            {(['unanswered', 'mine'] as const).map(name => (
              <label key={name} className="desk-tick">
                <input type="checkbox" name={name} value="yes" defaultChecked={query[name] === 'yes'} />
                {t(`filter.${name}`)}
              </label>
            ))}
          </div>
        </div>
      </details>
      <div className="form-actions">
        <Button type="submit" look="secondary" size="small">
          {t('filter.apply')}
        </Button>
        <Link to={deskPath} className={buttonClass({ look: 'quiet', size: 'small' })}>
          {t('filter.reset')}
        </Link>
      </div>
    </form>
  )
}

/** Whether something is chosen that would be out of sight. */
function isNarrow({ kind, unit, due, outcome, order, unanswered, mine }: DeskQuery): boolean {
  return [kind, unit, due, outcome, order, unanswered, mine].some(value => value !== undefined)
}

type ChoiceProps = {
  name: 'document' | 'chapter' | 'kind' | 'unit' | 'due' | 'outcome' | 'order'
  label: string
  options: readonly { value: string; label: string }[]
  query: DeskQuery
}

function Choice({ name, label, options, query }: ChoiceProps) {
  return <Select label={label} name={name} options={options} defaultValue={query[name] ?? ''} />
}
