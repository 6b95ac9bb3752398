import { createHash } from 'node:crypto'
import { type ImportFile, importLimit } from '@randnotiz/contract/annotations/exchange/import'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import {
  addRows,
  type ConsulTables,
  cell,
  consulRowsIn,
  noTables,
} from '@randnotiz/domain/annotations/exchange/consul-tables'
import { type ConsulDraft, fromConsul } from '@randnotiz/domain/annotations/exchange/from-consul'
import type { Incoming } from '@randnotiz/domain/annotations/exchange/incoming'
import { CsvError, parse } from 'csv-parse/sync'
import { parseJson } from '../../../platform/parse-json.js'
import { readConsulDraft } from './consul-draft.js'
import { plainTextOf } from './html-text.js'

/** What CONSUL gives away: tables as CSV or JSON, and drafts as HTML, in any number of files. */
export function readConsul(files: readonly ImportFile[], now: Date): Result<Incoming> {
  const tables = noTables()
  const pages: string[] = []
  for (const { content } of files) {
    const text = content.replace(/^\ufeff/, '').trim()
    if (text.startsWith('<')) pages.push(text)
    else {
      const rows = /^[[{]/.test(text) ? rowsOfJson(text) : rowsOfCsv(text)
      if (rows === null) return refuse('annotations/import-unreadable')
      addRows(tables, rows)
    }
  }
  const { annotations, comments } = tables
  if (annotations.length === 0) return refuse('annotations/import-unreadable')
  if (annotations.length > importLimit.rows || comments.length > importLimit.rows * 10)
    return refuse('annotations/import-too-many')
  const draft = draftsOf(tables, pages)
  return accept(fromConsul(tables, { now, plainText: plainTextOf, draft, nameContent }))
}

const nameContent = (content: string) => createHash('sha256').update(content).digest('hex')

function rowsOfJson(text: string): readonly unknown[] | null {
  const json = parseJson(text)
  return json === null ? null : consulRowsIn(json)
}

function rowsOfCsv(text: string): readonly unknown[] | null {
  const [head = ''] = text.split('\n', 1)
  const delimiter = [',', ';', '\t'].toSorted(
    (one, other) => head.split(other).length - head.split(one).length,
  )[0]
  try {
    return parse(text, { columns: true, delimiter, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

/** A draft of two hundred pages has half a million characters of HTML. */
const mostHtml = 4_000_000

/** Each draft is read when the first contribution asks for it. A page that somebody saved stands for every draft. */
function draftsOf({ drafts }: ConsulTables, pages: readonly string[]) {
  const htmlById = new Map(drafts.map(row => [cell(row, 'id') ?? '', cell(row, 'body_html') ?? '']))
  const only = [...htmlById.values(), ...pages]
  const read = new Map<string, ConsulDraft>()
  return (id: string | null): ConsulDraft | null => {
    const html = htmlById.get(id ?? '') ?? (only.length === 1 ? only[0] : undefined)
    if (html === undefined || html.length > mostHtml) return null
    const draft = read.get(html) ?? readConsulDraft(html)
    read.set(html, draft)
    return draft
  }
}
