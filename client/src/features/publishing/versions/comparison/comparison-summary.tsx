import type { ComparisonPage } from '@randnotiz/contract/publishing/comparison'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../../platform/i18n/formats.js'
import { useLanguage } from '../../../../platform/i18n/use-language.js'
import { ContributionLink } from './compared-rows.js'
import { changeElementId, type NumberedRow } from './number-changes.js'

type Props = { page: ComparisonPage; rows: readonly NumberedRow[] }

const kinds = ['changed', 'added', 'removed', 'moved'] as const

/** What changed, in figures, and because of which contributions. */
export function ComparisonSummary({ page, rows }: Props) {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  const { figures, because, document } = page
  const changed = kinds.filter(kind => figures[kind] > 0)
  if (changed.length === 0) return <Notice tone="success">{t('comparison.same')}</Notice>
  const changeOf = (annotationId: string) =>
    rows.find(
      row => row.row === 'change' && row.block.because.some(link => link.annotationId === annotationId),
    )
  return (
    <section className="comparison-summary" aria-labelledby="comparison-summary">
      <h2 id="comparison-summary" className="visually-hidden">
        {t('comparison.summary')}
      </h2>
      <ul className="comparison-summary__figures">
        {changed.map(kind => (
          <li key={kind} data-kind={kind}>
            {t(`comparison.${kind}`, { count: figures[kind] })}
          </li>
        ))}
      </ul>
      <p className="comparison-summary__words">
        {t('comparison.words', {
          added: formatNumber(figures.wordsAdded, language),
          removed: formatNumber(figures.wordsRemoved, language),
        })}
      </p>
      {because.length > 0 && (
        <details className="comparison-summary__because" open={because.length < 6}>
          <summary>{t('comparison.becauseAll', { count: because.length })}</summary>
          <ul>
            {because.map(link => {
              const change = changeOf(link.annotationId)
              return (
                <li key={link.annotationId}>
                  <ContributionLink slug={document.slug} link={link} />
                  {change?.row === 'change' && (
                    <a href={`#${changeElementId(change.number)}`}>{t('comparison.toChange')}</a>
                  )}
                </li>
              )
            })}
          </ul>
        </details>
      )}
      <p className="comparison-summary__legend">
        {t('comparison.legend')}: <ins>{t('comparison.legendAdded')}</ins>,{' '}
        <del>{t('comparison.legendRemoved')}</del>.
      </p>
    </section>
  )
}
