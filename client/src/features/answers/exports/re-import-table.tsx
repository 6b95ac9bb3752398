import type { ReImportReport, ReImportRow } from '@randnotiz/contract/answers/exports/re-import'
import { Badge } from '@randnotiz/ui/badge'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'

/** What was taken of a filled-in synopsis and what was not, row by row. */
export function ReImportTable({ report: { rows, unchanged } }: { report: ReImportReport }) {
  const { t } = useTranslation('exports')
  return (
    <>
      <p>{t('back.unchanged', { count: unchanged })}</p>
      {rows.length > 0 && (
        <table className="re-import-table">
          <caption className="visually-hidden">{t('back.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('back.row')}</th>
              <th scope="col">{t('back.number')}</th>
              <th scope="col">{t('back.result')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.row}>
                <td>{row.row}</td>
                <th scope="row">{row.number}</th>
                <td>
                  <Result row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Result({ row }: { row: ReImportRow }) {
  const { t } = useTranslation('exports')
  const refusalText = useRefusalText()
  switch (row.result) {
    case 'new':
      return <Badge tone="accent">{t('back.new')}</Badge>
    case 'taken':
      return <Badge tone="success">{t('back.takenRow')}</Badge>
    case 'refused':
      return (
        <>
          <Badge tone="warning">{t('back.refused')}</Badge> {t(`problems.${row.problem}`)}
        </>
      )
    case 'not-now':
      return (
        <>
          <Badge tone="warning">{t('back.refused')}</Badge> {refusalText({ code: row.code })}
        </>
      )
  }
}
