import type { ImportReport, ImportRow } from '@randnotiz/contract/annotations/exchange/import'
import { csvLine, csvMark } from '@randnotiz/domain/annotations/exchange/csv'
import type { TFunction } from 'i18next'
import { groupOf } from './import-groups.js'

/** The whole report for a spreadsheet; German ones expect semicolons. */
export function reportFile({ rows }: ImportReport, t: TFunction<'exchange'>): Blob {
  const head = (['row', 'outcome', 'author', 'quote', 'words', 'confidence', 'source'] as const).map(name =>
    t(`columns.${name}`),
  )
  const lines = [head, ...rows.map(row => cellsOf(row, t))].map(cells => csvLine(cells, ';'))
  return new Blob([csvMark, ...lines], { type: 'text/csv;charset=utf-8' })
}

function cellsOf(row: ImportRow, t: TFunction<'exchange'>): (string | number | null)[] {
  if (row.outcome === 'refused')
    return [row.row, t(`problem.${row.problem}`), null, null, null, null, row.sourceId]
  const { place } = row
  const found = 'words' in place ? place : null
  return [
    row.row,
    t(`group.${groupOf(row)}.title`),
    row.author,
    row.quote ?? t('wholeText'),
    found?.words ?? null,
    found === null ? null : percentOf(found.confidence),
    row.sourceId,
  ]
}

export const percentOf = (confidence: number) => Math.round(confidence * 100)
