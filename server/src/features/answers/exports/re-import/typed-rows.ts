import { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import { Language } from '@randnotiz/contract/kit/wire-values'
import type { TypedRow } from '@randnotiz/domain/answers/synopsis/re-import-rows'
import type { ReadSheet } from '../../../../platform/office/read-sheets.js'
import { type ExportWords, wordsOf } from '../words/export-words.js'

type Columns = Record<Exclude<keyof TypedRow, 'row'>, number>

/**
 * The rows of a synopsis among the sheets of a file, in whatever language it was made and wherever its columns were
 * moved; null where there is none.
 */
export function typedRows(sheets: readonly ReadSheet[]): TypedRow[] | null {
  for (const { rows } of sheets) {
    const [head = []] = rows
    for (const language of Language.options) {
      const columns = columnsIn(head, wordsOf(language))
      if (columns) return rows.slice(1).flatMap((cells, at) => rowOf(cells, columns, at + 2))
    }
  }
  return null
}

function columnsIn(head: readonly string[], { columns, sheet }: ExportWords): Columns | null {
  const found = {
    number: head.indexOf(columns.number),
    id: head.indexOf(sheet.id),
    edition: head.indexOf(sheet.edition),
    version: head.indexOf(sheet.version),
    outcome: head.indexOf(sheet.outcome),
    forwardedTo: head.indexOf(sheet.forwardedTo),
    reason: head.indexOf(sheet.reason),
  }
  return Object.values(found).every(column => column >= 0) ? found : null
}

function rowOf(cells: readonly string[], columns: Columns, row: number): TypedRow[] {
  if (cells.every(cell => (cell ?? '').trim() === '')) return []
  const cell = (name: keyof Columns) => cells[columns[name]] ?? ''
  return [
    {
      row,
      number: cell('number').slice(0, 40),
      id: cell('id').trim(),
      edition: cell('edition').trim(),
      version: cell('version').trim(),
      outcome: cell('outcome'),
      forwardedTo: cell('forwardedTo'),
      reason: cell('reason'),
    },
  ]
}

/** In every language of the files, however it was typed. */
export function outcomeNamed(words: string): OutcomeKind | null {
  const typed = words.trim().toLowerCase()
  const isIt = (kind: OutcomeKind) =>
    Language.options.some(language => wordsOf(language).outcomes[kind].toLowerCase() === typed)
  return OutcomeKind.options.find(isIt) ?? null
}
