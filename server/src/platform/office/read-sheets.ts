import { Unzip, UnzipInflate } from 'fflate'
import { SaxesParser } from 'saxes'

export type ReadSheet = { name: string; rows: string[][] }

/** Why a file is none that we read: no spreadsheet, or one that would fill the memory when unpacked. */
export type SheetProblem = 'unreadable' | 'too-large'

export type SheetLimits = {
  /** Unpacked bytes of everything that is read. */
  bytes: number
  rows: number
  columns: number
}

class TooLarge extends Error {}

/** Unpacked this much at a time, so that a bomb is noticed while it is small. */
const portion = 16 * 1024

/** The sheets of an Excel file as texts. Formulas are not computed: what counts is the value the file was saved with. */
export function readSheets(bytes: Uint8Array, limits: SheetLimits): ReadSheet[] | SheetProblem {
  try {
    const parts = unpack(bytes, limits)
    const workbook = parts.get('xl/workbook.xml')
    if (workbook === undefined) return 'unreadable'
    const targets = relationshipTargets(parts.get('xl/_rels/workbook.xml.rels') ?? '')
    const shared = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '')
    return sheetNames(workbook).map(({ name, id }) => {
      const target = targets.get(id) ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      return { name, rows: sheetRows(parts.get(path) ?? '', shared, limits) }
    })
  } catch (error) {
    return error instanceof TooLarge ? 'too-large' : 'unreadable'
  }
}

const wanted = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/

function unpack(bytes: Uint8Array, limits: SheetLimits): Map<string, string> {
  const parts = new Map<string, string>()
  let total = 0
  const archive = new Unzip(file => {
    if (!wanted.test(file.name)) return
    const decoder = new TextDecoder()
    let text = ''
    file.ondata = (error, data, final) => {
      if (error) throw error
      total += data.length
      if (total > limits.bytes) throw new TooLarge()
      text += decoder.decode(data, { stream: !final })
      if (final) parts.set(file.name, text)
    }
    file.start()
  })
  archive.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += portion)
    archive.push(bytes.subarray(at, at + portion), at + portion >= bytes.length)
  return parts
}

type Handlers = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Names without their prefix. Throws for what is no XML; entities of a document's own are not known, so none expands. */
function readXml(xml: string, { open, text, close }: Handlers): void {
  const parser = new SaxesParser()
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => open?.(local(name), attributes))
  parser.on('text', piece => text?.(piece))
  parser.on('closetag', ({ name }) => close?.(local(name)))
  if (xml !== '') parser.write(xml).close()
}

function sheetNames(xml: string): { name: string; id: string }[] {
  const sheets: { name: string; id: string }[] = []
  readXml(xml, {
    open: (tag, { name = '', ...attributes }) => {
      if (tag === 'sheet') sheets.push({ name, id: attributes['r:id'] ?? '' })
    },
  })
  return sheets
}

function relationshipTargets(xml: string): Map<string, string> {
  const targets = new Map<string, string>()
  readXml(xml, {
    open: (tag, { Id = '', Target = '' }) => {
      if (tag === 'Relationship') targets.set(Id, Target)
    },
  })
  return targets
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  const reader = textReader()
  readXml(xml, {
    open: tag => {
      if (tag === 'si') strings.push('')
      reader.open(tag)
    },
    text: piece => {
      if (reader.reads()) strings[strings.length - 1] += piece
    },
    close: reader.close,
  })
  return strings
}

/** Whether what comes is a text, and none that says how one is spoken. */
function textReader() {
  let [inText, spoken] = [false, false]
  return {
    open: (tag: string) => {
      if (tag === 't') inText = true
      if (tag === 'rPh') spoken = true
    },
    reads: () => inText && !spoken,
    close: (tag: string) => {
      if (tag === 't') inText = false
      if (tag === 'rPh') spoken = false
    },
  }
}

function sheetRows(xml: string, shared: readonly string[], limits: SheetLimits): string[][] {
  const rows: string[][] = []
  const texts = textReader()
  let row: string[] = []
  let cell = { column: 0, type: '', value: '' }
  let inValue = false
  readXml(xml, {
    open: (tag, attributes) => {
      texts.open(tag)
      if (tag === 'row') {
        const number = Number(attributes.r ?? rows.length + 1)
        if (number > limits.rows) throw new TooLarge()
        while (rows.length < number - 1) rows.push([])
        row = []
        rows.push(row)
      }
      if (tag === 'c') {
        const column = attributes.r === undefined ? row.length : columnOf(attributes.r)
        if (column >= limits.columns) throw new TooLarge()
        cell = { column, type: attributes.t ?? 'n', value: '' }
      }
      if (tag === 'v') inValue = true
    },
    text: piece => {
      if (inValue || texts.reads()) cell.value += piece
    },
    close: tag => {
      texts.close(tag)
      if (tag === 'v') inValue = false
      if (tag !== 'c') return
      while (row.length < cell.column) row.push('')
      row[cell.column] = meant(cell.type === 's' ? (shared[Number(cell.value)] ?? '') : cell.value)
    },
  })
  return rows
}

/** Signs that Excel writes by their number, e.g. `_x000D_`. */
const meant = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? 'A'
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
