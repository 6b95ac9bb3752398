import {
  type CellLook,
  lookNumber,
  sheetContentTypes,
  sheetNamespaces,
  sheetRootRelationships,
  sheetStyles,
  workbook,
  workbookRelationships,
} from './sheet-parts.js'
import { coreProperties } from './word-parts.js'
import { xmlHead, xmlText } from './xml.js'
import { type ZipEntry, ZipFile } from './zip-file.js'

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A text is a text, whatever it begins with: it never becomes a formula. */
export type SheetCell = { value: string | number | null; look?: CellLook }

export type SheetHead = {
  name: string
  /** In characters, for each column. */
  widths: readonly number[]
  /** Columns from 0 that are for programs. */
  hidden?: readonly number[]
  /** So many rows stay in sight. */
  frozenRows?: number
  /** Only cells with the look `open` can be written in. */
  protected?: boolean
}

export type SheetFoot = {
  /** Row of the head of a list that can be filtered, from 1. */
  filterRow?: number
  /** A column from 0 whose cells offer what stands in a range of another sheet, e.g. `Legende!$A$2:$A$8`. */
  choices?: { column: number; range: string }
}

/** A cell holds no more, by the limits of Excel. */
const longestText = 32_767

/** A spreadsheet (ECMA-376) that is written to disk while it is made. */
export class SheetFile {
  readonly #zip: ZipFile
  readonly #names: readonly string[]
  #sheets = 0
  #rows = 0
  #widths: readonly number[] = []
  #entry: ZipEntry | null = null
  #protected = false

  /** The names of its sheets, which follow in this order. */
  constructor(path: string, head: { title: string; language: string; sheets: readonly string[] }) {
    this.#names = head.sheets
    this.#zip = new ZipFile(path)
    this.#zip.add('[Content_Types].xml', sheetContentTypes(head.sheets.length))
    this.#zip.add('_rels/.rels', sheetRootRelationships)
    this.#zip.add('xl/workbook.xml', workbook(head.sheets))
    this.#zip.add('xl/_rels/workbook.xml.rels', workbookRelationships(head.sheets.length))
    this.#zip.add('xl/styles.xml', sheetStyles)
    this.#zip.add('docProps/core.xml', coreProperties(head.title, head.language))
  }

  startSheet({ name, widths, hidden = [], frozenRows = 0, protected: isProtected = false }: SheetHead): void {
    if (this.#names[this.#sheets] !== name) throw new Error(`the next sheet is ${this.#names[this.#sheets]}`)
    const entry = this.#zip.entry(`xl/worksheets/sheet${++this.#sheets}.xml`)
    const pane =
      frozenRows === 0
        ? ''
        : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
    const columns = widths.map(
      (width, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hidden.includes(at) ? ' hidden="1"' : ''}/>`,
    )
    entry.write(
      `${xmlHead}<worksheet ${sheetNamespaces}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`,
    )
    this.#entry = entry
    this.#rows = 0
    this.#widths = widths
    this.#protected = isProtected
  }

  row(cells: readonly SheetCell[]): void {
    this.#rows++
    const written = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${this.#rows}`))
    const height = rowHeight(cells, this.#widths)
    this.#entry?.write(`<row r="${this.#rows}" ht="${height}">${written.join('')}</row>`)
  }

  endSheet({ filterRow, choices }: SheetFoot = {}): void {
    const last = columnName(this.#widths.length - 1) + Math.max(this.#rows, 1)
    const guard = this.#protected
      ? '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
      : ''
    const filter = filterRow === undefined ? '' : `<autoFilter ref="A${filterRow}:${last}"/>`
    this.#entry?.write(
      `</sheetData>${guard}${filter}${choices ? choicesXml(choices, { from: (filterRow ?? 0) + 1, to: this.#rows }) : ''}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`,
    )
    this.#entry?.end()
    this.#entry = null
  }

  close(): void {
    this.#zip.close()
  }
}

/** Of ten-point letters, in points; and what Excel allows a row at most. */
const [lineHeight, mostHeight] = [13, 409]

/**
 * What the longest text of a row needs in its column: programs that open a file do not measure it themselves. It is an
 * estimate, which they put right when somebody types.
 */
function rowHeight(cells: readonly SheetCell[], widths: readonly number[]): number {
  const lines = cells.map(({ value, look }, column) => {
    // A title is one line, however long.
    if (typeof value !== 'string' || look === 'title') return look === 'title' ? 2 : 1
    const perLine = Math.max(4, (widths[column] ?? 10) * (look === 'head' ? 0.85 : 0.98))
    return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0)
  })
  return Math.min(mostHeight, Math.max(1, ...lines) * lineHeight + 3)
}

function choicesXml(
  { column, range }: { column: number; range: string },
  rows: { from: number; to: number },
): string {
  if (rows.to < rows.from) return ''
  const name = columnName(column)
  return `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${name}${rows.from}:${name}${rows.to}"><formula1>${xmlText(range)}</formula1></dataValidation></dataValidations>`
}

function cellXml(
  { value, look = typeof value === 'number' ? 'number' : 'text' }: SheetCell,
  place: string,
): string {
  const head = `<c r="${place}" s="${lookNumber(look)}"`
  if (value === null || value === '') return `${head}/>`
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`
  return `${head} t="inlineStr"><is><t xml:space="preserve">${xmlText(spelled(value.slice(0, longestText)))}</t></is></c>`
}

/** In Excel `_x000D_` means a sign by its number, so what only looks like one is spelled out. */
const spelled = (text: string) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** `A`, `B`, … `Z`, `AA`, … for columns from 0. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
