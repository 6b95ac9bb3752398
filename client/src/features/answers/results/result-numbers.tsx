import type { ResultNumbers as Numbers } from '@randnotiz/contract/answers/result-numbers'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { type ProgressGroup, type ProgressRow, ProgressTable } from './progress-table.js'

/** What came of the contributions, by kind and, folded up, by chapter. */
export function ResultNumbers({ numbers: { kinds, chapters } }: { numbers: Numbers }) {
  const { t } = useTranslation(['results', 'annotations'])
  if (kinds.length === 0) return null
  const rows = kinds.map(({ kind, ...progress }) => ({
    key: kind,
    label: t(`annotations:kind.${kind}`),
    ...progress,
  }))
  return (
    <>
      <ProgressTable
        caption={t('results:byKind')}
        what={t('results:column.kind')}
        groups={[{ key: 'kinds', title: null, rows }]}
      />
      <details className="results__chapters">
        <summary>{t('results:byChapter')}</summary>
        <ChapterTable chapters={chapters} />
      </details>
    </>
  )
}

/** The chapters of one text, as they are gathered. */
type Chapters = Omit<ProgressGroup, 'rows'> & { rows: ProgressRow[] }

function ChapterTable({ chapters }: Pick<Numbers, 'chapters'>) {
  const { t } = useTranslation('results')
  const localized = useLocalized()
  const groups = new Map<string, Chapters>()
  for (const { document, blockId, heading, ...progress } of chapters) {
    const group: Chapters = groups.get(document.id) ?? {
      key: document.id,
      title: <Link to={`/texte/${document.slug}`}>{localized(document.title)}</Link>,
      rows: [],
    }
    const label =
      blockId === null ? t('whole') : <Link to={`/texte/${document.slug}#${blockId}`}>{heading}</Link>
    group.rows.push({ key: blockId ?? 'whole', label, ...progress })
    groups.set(document.id, group)
  }
  return <ProgressTable caption={t('byChapter')} what={t('column.chapter')} groups={[...groups.values()]} />
}
