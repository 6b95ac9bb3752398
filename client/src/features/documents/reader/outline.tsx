import type { OutlineEntry } from '@randnotiz/contract/documents/document'
import { blockElementId } from '@randnotiz/document-schema/rendering-table'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type OutlineProps = {
  entries: readonly OutlineEntry[]
  /** What stands behind a heading, e.g. how much was said about its chapter. */
  mark?(blockId: OutlineEntry['blockId']): ReactNode
}

/** The headings of the text. Folded up on small screens, at the side on large ones. */
export function Outline({ entries, mark }: OutlineProps) {
  const { t } = useTranslation('reader')
  if (entries.length < 2) return <div className="outline" />
  return (
    <nav className="outline" aria-label={t('outline')}>
      <details className="outline__fold">
        <summary>{t('outline')}</summary>
        <OutlineList entries={entries} {...(mark ? { mark } : {})} />
      </details>
      <div className="outline__side">
        <p className="outline__title" aria-hidden="true">
          {t('outline')}
        </p>
        <OutlineList entries={entries} {...(mark ? { mark } : {})} />
      </div>
    </nav>
  )
}

function OutlineList({ entries, mark }: OutlineProps) {
  return (
    <ol className="outline__list">
      {entries.map(({ blockId, level, text }) => (
        <li key={blockId} data-level={level}>
          <a href={`#${blockElementId(blockId)}`}>
            {text}
            {mark?.(blockId)}
          </a>
        </li>
      ))}
    </ol>
  )
}
