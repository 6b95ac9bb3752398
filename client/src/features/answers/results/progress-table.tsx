import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'

type Progress = { contributions: number; answered: number; adopted: number }

export type ProgressRow = Progress & { key: string; label: ReactNode }

/** Rows under a heading of their own; `title` null for a table without such headings. */
export type ProgressGroup = { key: string; title: ReactNode; rows: readonly ProgressRow[] }

type Props = { caption: string; what: string; groups: readonly ProgressGroup[] }

/** What came of contributions, row by row. */
export function ProgressTable({ caption, what, groups }: Props) {
  const { t } = useTranslation('results')
  return (
    <table className="progress-table">
      <caption className="progress-table__caption">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{t('column.contributions')}</th>
          <th scope="col">{t('column.answered')}</th>
          <th scope="col">{t('column.adopted')}</th>
        </tr>
      </thead>
      {groups.map(({ key, title, rows }) => (
        <tbody key={key}>
          {title !== null && (
            <tr>
              <th scope="rowgroup" colSpan={4} className="progress-table__group">
                {title}
              </th>
            </tr>
          )}
          {rows.map(row => (
            <Row key={row.key} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Row({ row: { label, contributions, answered, adopted } }: { row: ProgressRow }) {
  const language = useLanguage()
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{formatNumber(contributions, language)}</td>
      <td>{formatNumber(answered, language)}</td>
      <td>{formatNumber(adopted, language)}</td>
    </tr>
  )
}
