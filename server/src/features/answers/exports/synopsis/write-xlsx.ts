import { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import type { SynopsisCounts } from '@randnotiz/domain/answers/synopsis/count-synopsis'
import { markedChange } from '@randnotiz/domain/answers/synopsis/marked-change'
import { rowId } from '@randnotiz/domain/answers/synopsis/re-import-rows'
import type { SynopsisRow } from '@randnotiz/domain/answers/synopsis/synopsis-row'
import { type SheetCell, SheetFile } from '../../../../platform/office/sheet-file.js'
import { type ExportWords, wordsOf } from '../words/export-words.js'
import type { SynopsisHead } from './synopsis-head.js'
import { countTables, dayOf, infoOf, textVersion, titleOf, wordsAsText } from './synopsis-texts.js'
import type { SynopsisWriter } from './synopsis-writer.js'

type Column = { title: string; width: number; hidden?: true; cell(row: SynopsisRow): SheetCell }

/** A spreadsheet that departments fill in and send back; the hidden columns at its end know the rows again. */
export function openXlsx(path: string, head: SynopsisHead): SynopsisWriter {
  const words = wordsOf(head.language)
  const { sheets } = words
  const names = [sheets.info, sheets.synopsis, sheets.changes, sheets.statistics, sheets.legend]
  const file = new SheetFile(path, { title: titleOf(head), language: head.language, sheets: names })
  writeInfo(file, head, words)
  const columns = columnsOf(head, words)
  const changes: { number: string; document: string; change: { before: string | null; after: string } }[] = []
  file.startSheet({
    name: sheets.synopsis,
    widths: columns.map(({ width }) => width),
    hidden: columns.flatMap(({ hidden }, at) => (hidden ? [at] : [])),
    frozenRows: 1,
    protected: true,
  })
  file.row(columns.map(({ title }) => ({ value: title, look: 'head' })))
  return {
    row: row => {
      file.row(columns.map(({ cell }) => cell(row)))
      if (row.answer?.change)
        changes.push({ number: row.number, document: row.document.title, change: row.answer.change })
    },
    end: counts => {
      const column = columns.findIndex(({ title }) => title === words.sheet.outcome)
      const range = `${sheets.legend}!$A$2:$A$${OutcomeKind.options.length + 1}`
      file.endSheet({ filterRow: 1, choices: { column, range } })
      writeChanges(file, changes, words)
      writeStatistics(file, counts, words)
      writeLegend(file, words)
      file.close()
    },
  }
}

function columnsOf({ names, language }: SynopsisHead, words: ExportWords): Column[] {
  const { sheet, row: said } = words
  const text = (title: string, width: number, value: (row: SynopsisRow) => string | null): Column => ({
    title,
    width,
    cell: row => ({ value: value(row) }),
  })
  const open = (title: string, width: number, value: (row: SynopsisRow) => string | null): Column => ({
    title,
    width,
    cell: row => ({ value: value(row), look: 'open' }),
  })
  const hidden = (column: Column): Column => ({ ...column, hidden: true })
  return [
    text(words.columns.number, 13, row => row.number),
    text(sheet.date, 12, row => dayOf(row.createdAt, language)),
    text(sheet.channel, 16, row => words.channels[row.channel]),
    text(sheet.document, 22, row => row.document.title),
    text(sheet.chapter, 22, row => row.chapter),
    text(sheet.textVersion, 14, row => textVersion(row, words)),
    text(sheet.quote, 36, row => row.quote ?? said.wholeText),
    text(sheet.kind, 16, row => words.kinds[row.kind]),
    ...(names === 'with' ? [text(sheet.author, 18, row => row.author)] : []),
    text(sheet.words, 52, row => wordsAsText(row, words)),
    { title: said.supporters, width: 18, cell: row => ({ value: row.supporters }) },
    { title: said.together, width: 22, cell: row => ({ value: row.together }) },
    text(said.unit, 20, row => row.unit?.name ?? null),
    text(said.dueOn, 12, row => row.dueOn),
    text(sheet.state, 20, row => words.states[row.state]),
    open(sheet.outcome, 24, row => row.answer && words.outcomes[row.answer.outcome.kind]),
    open(sheet.forwardedTo, 20, row =>
      row.answer?.outcome.kind === 'forwarded' ? row.answer.outcome.to : null,
    ),
    open(sheet.reason, 52, row => row.answer?.reason ?? null),
    text(sheet.marked, 40, row => (row.answer?.change ? markedChange(row.answer.change) : null)),
    hidden(text(sheet.id, 30, row => rowId(row.annotationId, row.point))),
    hidden(text(sheet.edition, 8, row => String(row.edition))),
    hidden(text(sheet.version, 8, row => String(row.version))),
  ]
}

function writeInfo(file: SheetFile, head: SynopsisHead, { sheets, info, sheet }: ExportWords): void {
  file.startSheet({ name: sheets.info, widths: [26, 90] })
  file.row([{ value: titleOf(head), look: 'title' }])
  for (const [name, value] of infoOf(head)) file.row([{ value: name, look: 'strong' }, { value }])
  for (const value of [sheet.howTo, info.marks, info.blackened])
    file.row([{ value: '', look: 'strong' }, { value }])
  file.endSheet()
}

function writeChanges(
  file: SheetFile,
  changes: readonly { number: string; document: string; change: { before: string | null; after: string } }[],
  { sheets, sheet, columns }: ExportWords,
): void {
  file.startSheet({ name: sheets.changes, widths: [13, 24, 50, 50, 60], frozenRows: 1 })
  const titles = [columns.number, sheet.document, sheet.before, sheet.after, sheet.marked]
  file.row(titles.map(value => ({ value, look: 'head' })))
  for (const { number, document, change } of changes)
    file.row([number, document, change.before, change.after, markedChange(change)].map(value => ({ value })))
  file.endSheet({ filterRow: 1 })
}

function writeStatistics(file: SheetFile, counts: SynopsisCounts, words: ExportWords): void {
  file.startSheet({ name: words.sheets.statistics, widths: [44, 16, 18] })
  for (const { title, head = [], rows } of countTables(counts, words)) {
    file.row([title, ...head.slice(1)].map(value => ({ value, look: 'head' })))
    for (const row of rows) file.row(row.map(value => ({ value })))
    file.row([])
  }
  file.endSheet()
}

/** The outcomes come first: the cells of the synopsis offer these very words. */
function writeLegend(file: SheetFile, words: ExportWords): void {
  const { sheets, sheet } = words
  file.startSheet({ name: sheets.legend, widths: [34, 60] })
  file.row([sheet.outcome, words.row.resolution].map(value => ({ value, look: 'head' })))
  for (const kind of OutcomeKind.options)
    file.row([{ value: words.outcomes[kind] }, { value: words.resolutions[kind] }])
  file.row([])
  file.row([sheet.value, sheet.meaning].map(value => ({ value, look: 'head' })))
  for (const [value, meaning] of [
    ['[-…-] {+…+}', words.info.marks],
    ['█████', words.info.blackened],
  ])
    file.row([{ value: value ?? '' }, { value: meaning ?? '' }])
  file.endSheet()
}
