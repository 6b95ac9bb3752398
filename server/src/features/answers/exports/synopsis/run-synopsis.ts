import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { webAnnotationMediaType } from '@randnotiz/contract/annotations/exchange/web-annotation'
import type { OrderOf, SynopsisFormat } from '@randnotiz/contract/answers/exports/order'
import type { Process } from '@randnotiz/contract/publishing/process'
import { isPart } from '@randnotiz/domain/answers/synopsis/synopsis-row'
import type { JobEnd, JobGiven } from '../../../../platform/jobs/job-runner.js'
import { sheetType } from '../../../../platform/office/sheet-file.js'
import { wordType } from '../../../../platform/office/word-file.js'
import type { ExportParts } from '../parts.js'
import { wordsOf } from '../words/export-words.js'
import { readRows } from './read-rows.js'
import type { SynopsisHead } from './synopsis-head.js'
import { titleOf } from './synopsis-texts.js'
import { writeSynopsis } from './synopsis-thread.js'
import { writeArchive } from './write-archive.js'

type SynopsisOrder = OrderOf<'synopsis'>

const types: Record<SynopsisFormat, string> = {
  docx: wordType,
  pdf: 'application/pdf',
  xlsx: sheetType,
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonld: webAnnotationMediaType,
}

export async function runSynopsis(
  parts: ExportParts,
  order: SynopsisOrder,
  given: Pick<JobGiven<unknown>, 'directory' | 'signal' | 'progress'>,
): Promise<JobEnd> {
  const { format } = order
  const process = (await parts.publishing.all()).find(({ id }) => id === order.processId)
  if (!process) return { kind: 'refused', code: 'publishing/unknown-process' }
  if (format === 'pdf' && parts.printer === null) return { kind: 'refused', code: 'exports/no-printer' }
  const head = await headOf(parts, order, process)
  const path = join(given.directory, `synopsis.${format}`)
  const written = { kind: 'file', path, name: fileName(order, head), type: types[format] } as const
  const rows = readRows(parts, order, (done, total) => given.progress({ done, total }))
  if (format === 'jsonld') {
    const archive = writeArchive(parts, { order, head, process }, rows)
    await pipeline(Readable.from(archive), createWriteStream(path), { signal: given.signal })
    return written
  }
  const page = join(given.directory, 'page.html')
  const file = format === 'pdf' ? ({ format: 'page', path: page } as const) : { format, path }
  await writeSynopsis({ ...file, head }, rows, given.signal)
  const foot = { left: titleOf(head), ...wordsOf(order.language).page }
  if (format === 'pdf')
    await parts.printer?.print({ from: page, to: path, orientation: 'landscape', foot }, given.signal)
  return written
}

async function headOf(
  { clock, siteAddress, documents, readUnits }: ExportParts,
  { language, names, answers, titles, filter }: SynopsisOrder,
  { id, title }: Process,
): Promise<SynopsisHead> {
  const words = wordsOf(language)
  const { filter: named, yes, no } = words.info
  const document = (await documents.ofProcess(id)).find(({ slug }) => slug === filter.document)
  const unit = (await readUnits(id)).find(known => known.id === filter.unit)
  const chosen: [name: string, value: string | null][] = [
    [named.document, filter.document && (document?.title[language] ?? filter.document)],
    [named.kind, filter.kind && words.kinds[filter.kind]],
    [named.outcome, filter.outcome && words.outcomes[filter.outcome]],
    [named.answered, filter.answered && (filter.answered === 'yes' ? yes : no)],
    [named.unit, filter.unit && (unit?.name ?? filter.unit)],
  ]
  const filters = chosen.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
  const madeAt = clock.now().toISOString()
  return { language, process: title[language], titles, names, answers, filters, madeAt, site: siteAddress() }
}

function fileName({ format, language, filter }: SynopsisOrder, { madeAt }: SynopsisHead): string {
  const { files, partialExport } = wordsOf(language)
  const part = isPart(filter) ? `-${partialExport.toLowerCase().replaceAll(' ', '-')}` : ''
  return `${files.synopsis}${part}-${madeAt.slice(0, 10)}.${format}`
}
