import type { ImportRow, ImportReport as Report } from '@randnotiz/contract/annotations/exchange/import'
import { Badge, type BadgeTone } from '@randnotiz/ui/badge'
import { Button } from '@randnotiz/ui/button'
import { ChevronDown, Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type GroupName, groupsOf, type ImportGroup } from './import-groups.js'
import { percentOf, reportFile } from './report-file.js'

const tones: Record<GroupName, BadgeTone> = {
  refused: 'note',
  orphaned: 'warning',
  suggested: 'warning',
  changed: 'neutral',
  exact: 'success',
  whole: 'neutral',
  known: 'neutral',
}

/** What becomes of each contribution, what needs an eye first; all of it as a file. */
export function ImportReport({ report }: { report: Report }) {
  const { t } = useTranslation('exchange')
  return (
    <div className="import-report">
      {groupsOf(report.rows).map(group => (
        <Group key={group.name} group={group} />
      ))}
      <p>
        <Button size="small" onClick={() => download(reportFile(report, t), 'bericht.csv')}>
          <Download aria-hidden="true" />
          {t('report')}
        </Button>
      </p>
    </div>
  )
}

/** So many of a group stand on the page; the rest is in the file. */
const mostShown = 50

function Group({ group: { name, rows } }: { group: ImportGroup }) {
  const { t } = useTranslation('exchange')
  const further = rows.length - mostShown
  return (
    <details
      className="import-group"
      open={name === 'refused' || name === 'orphaned' || name === 'suggested'}
    >
      <summary className="import-group__summary">
        <span className="import-group__count">{rows.length}</span>
        <span className="import-group__title">
          <Badge tone={tones[name]}>{t(`group.${name}.title`)}</Badge>
          <span className="import-group__text">{t(`group.${name}.text`)}</span>
        </span>
        <ChevronDown className="import-group__sign" aria-hidden="true" />
      </summary>
      <ol className="import-group__rows">
        {rows.slice(0, mostShown).map(row => (
          <Row key={`${row.row} ${row.sourceId}`} row={row} />
        ))}
      </ol>
      {further > 0 && <p className="import-group__more">{t('more', { count: further })}</p>}
    </details>
  )
}

function Row({ row }: { row: ImportRow }) {
  const { t } = useTranslation('exchange')
  if (row.outcome === 'refused')
    return (
      <li className="import-row">
        <p className="import-row__head">{t('row', { row: row.row })}</p>
        <p>{t(`problem.${row.problem}`)}</p>
        {row.sourceId !== '' && <p className="import-row__source">{row.sourceId}</p>}
      </li>
    )
  const { author, quote, place, replies } = row
  return (
    <li className="import-row">
      <p className="import-row__head">
        {t('row', { row: row.row })} · {author}
        {replies > 0 && ` · ${t('replies', { count: replies })}`}
      </p>
      {quote === null ? <p>{t('wholeText')}</p> : <blockquote>{quote}</blockquote>}
      {'words' in place && place.words !== quote && (
        <p className="import-row__now">
          <span>{t('standsNow')}: </span>
          <q>{place.words}</q>
          <span className="import-row__sure"> {t('sure', { percent: percentOf(place.confidence) })}</span>
        </p>
      )}
    </li>
  )
}

function download(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
