import type { HistoryEntry } from '@randnotiz/contract/answers/case'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'

/** Everything that was done about a contribution, newest first. */
export function CaseHistory({ page }: { page: CasePage }) {
  const { t } = useTranslation('answers')
  const language = useLanguage()
  const { history, points } = page.case
  const dayIn = (day: string) => formatDate(day, language)
  return (
    <section className="case-box" aria-label={t('case.history')}>
      <h2>{t('case.history')}</h2>
      {history.length === 0 && <p className="case-hint">{t('case.historyNone')}</p>}
      <ol className="case-history" reversed>
        {history.toReversed().map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are only added, and have no other name.
          <li key={history.length - at}>
            <time dateTime={entry.at} suppressHydrationWarning>
              {formatDateTime(entry.at, language)}
            </time>{' '}
            {points.length > 1 &&
              entry.number !== null &&
              `${t('deed.forPoint', { number: entry.number })}: `}
            {sentenceOf(entry, { t, page, dayIn })}
          </li>
        ))}
      </ol>
    </section>
  )
}

type Context = { t: TFunction<'answers'>; page: CasePage; dayIn(day: string): string }

function sentenceOf({ by, deed }: HistoryEntry, { t, page, dayIn }: Context): string {
  const name = by.pseudonym
  switch (deed.kind) {
    case 'assigned': {
      const unit = page.settings.units.find(({ id }) => id === deed.unit)?.name
      const said = [unit, deed.assignee?.pseudonym, deed.dueOn && dayIn(deed.dueOn)].filter(Boolean)
      return t('deed.assigned', { name, to: said.length > 0 ? said.join(', ') : t('deed.nothing') })
    }
    case 'drafted':
      return t('deed.drafted', { name, outcome: t(`outcome.${deed.answer.outcome.kind}`) })
    case 'published':
      return t('deed.published', { name, outcome: t(`outcome.${deed.outcome.kind}`) })
    case 'returned':
      return t('deed.returned', { name, why: deed.why })
    case 'split':
      return t('deed.split', { name, count: deed.points })
    case 'grouped':
      return t('deed.grouped', { name, count: deed.members })
    case 'taken-up':
    case 'put-back':
    case 'released':
    case 'joined':
    case 'left':
      return t(`deed.${deed.kind}`, { name })
  }
}
