import type { OutlineEntry } from '@randnotiz/contract/documents/document'
import { blockElementId } from '@randnotiz/document-schema/rendering-table'
import { useTranslation } from 'react-i18next'

/** The headings of the text. Folded up on small screens, at the side on large ones. */
export function Outline({ entries }: { entries: readonly OutlineEntry[] }) {
  const { t } = useTranslation('reader')
  if (entries.length < 2) return <div className="outline" />
  return (
    <nav className="outline" aria-label={t('outline')}>
      <details className="outline__fold">
        <summary>{t('outline')}</summary>
        <OutlineList entries={entries} />
      </details>
      <div className="outline__side">
        <p className="outline__title" aria-hidden="true">
          {t('outline')}
        </p>
        <OutlineList entries={entries} />
      </div>
    </nav>
  )
}

function OutlineList({ entries }: { entries: readonly OutlineEntry[] }) {
  return (
    <ol className="outline__list">
      {entries.map(({ blockId, level, text }) => (
        <li key={blockId} data-level={level}>
          <a href={`#${blockElementId(blockId)}`}>{text}</a>
        </li>
      ))}
    </ol>
  )
}
