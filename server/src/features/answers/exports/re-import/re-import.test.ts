import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editAnnotation, postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { getCase, splitCase, writeAnswer } from '@randnotiz/contract/answers/endpoints'
import {
  getExports,
  importSynopsis,
  listExportJobs,
  startExport,
} from '@randnotiz/contract/answers/exports/endpoints'
import { exportFileAddress } from '@randnotiz/contract/answers/exports/export-job'
import { unfiltered, usualTitles } from '@randnotiz/contract/answers/exports/order'
import type { DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readSheets } from '../../../../platform/office/read-sheets.js'
import { SheetFile } from '../../../../platform/office/sheet-file.js'
import { accepted } from '../../../../testing/accepted.js'
import { callEndpoint } from '../../../../testing/call-endpoint.js'
import { readDocument } from '../../../../testing/demo-document.js'
import { savedByOffice } from '../../../../testing/office.js'
import { startTestApp, type TestApp } from '../../../../testing/start-app.js'
import { germanWords as words } from '../words/words.de.js'

let app: TestApp
let staff: string
let citizen: string
let directory: string
let documentId: DocumentId
let processId: ProcessId
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'randnotiz-test-'))
  app = await startTestApp({ clientDist: '' })
  staff = await app.signIn(demoPeople.mira)
  citizen = await app.signIn(demoPeople.heidi)
  documentId = (await readDocument(app.url, 'mobile-stadt')).document.id
  const params = { slug: 'smart-city-konzept' }
  processId = accepted(await callEndpoint(app.url, getExports, { params, cookie: staff })).process.id
})
afterAll(async () => {
  await app.close()
  await rm(directory, { recursive: true, force: true })
})

const limits = { bytes: 50_000_000, rows: 10_000, columns: 100 }
type Table = string[][]

/** The synopsis as a department gets it. */
async function exported(): Promise<Table> {
  const filter = { ...unfiltered, document: 'mobile-stadt' }
  const order = {
    kind: 'synopsis',
    processId,
    format: 'xlsx',
    language: 'de',
    names: 'without',
    answers: 'all',
    filter,
    titles: usualTitles,
  }
  const body = { commandId: randomUUID(), order }
  const { id } = accepted(await callEndpoint(app.url, startExport, { body, cookie: staff }))
  await until('the file is there', async () => {
    const { jobs } = accepted(await callEndpoint(app.url, listExportJobs, { cookie: staff }))
    return jobs.some(job => job.id === id && job.state.status === 'done')
  })
  const response = await fetch(app.url + exportFileAddress(id), { headers: { Cookie: staff } })
  const sheets = readSheets(new Uint8Array(await response.arrayBuffer()), limits)
  const table =
    typeof sheets === 'string' ? undefined : sheets.find(({ name }) => name === words.sheets.synopsis)
  if (!table) throw new Error('no synopsis')
  return table.rows
}

const columnOf = (table: Table, title: string) => table[0]?.indexOf(title) ?? -1

/** What a department types into the row of a contribution. */
function fill(table: Table, id: string, cells: Record<string, string>): void {
  const row = rowOf(table, id)
  for (const [title, value] of Object.entries(cells)) row[columnOf(table, title)] = value
}

function rowOf(table: Table, id: string): string[] {
  const row = table.find(cells => cells[columnOf(table, words.sheet.id)]?.startsWith(id))
  if (!row) throw new Error(`no row for ${id}`)
  return row
}

function packed(table: Table): string {
  const path = join(directory, `${randomUUID()}.xlsx`)
  const file = new SheetFile(path, { title: 'x', language: 'de', sheets: [words.sheets.synopsis] })
  file.startSheet({ name: words.sheets.synopsis, widths: table[0]?.map(() => 10) ?? [] })
  for (const row of table) file.row(row.map(value => ({ value: value ?? '' })))
  file.endSheet()
  file.close()
  return path
}

async function send(run: 'check' | 'take', bytes: Buffer, cookie = staff) {
  const body = { run, processId, file: bytes.toString('base64') }
  return callEndpoint(app.url, importSynopsis, { body, cookie })
}

async function sendTable(run: 'check' | 'take', table: Table) {
  return accepted(await send(run, await readFile(packed(table))))
}

async function write(body: string) {
  const said = { passage: null, kind: 'idea', replacement: null }
  const command = { ...said, documentId, body, commandId: randomUUID() }
  return accepted(await callEndpoint(app.url, postAnnotation, { body: command, cookie: citizen }))
}

const caseOf = async (annotationId: string) =>
  accepted(await callEndpoint(app.url, getCase, { params: { annotationId }, cookie: staff })).case

const noted = {
  [words.sheet.outcome]: words.outcomes.noted,
  [words.sheet.reason]: 'Danke, das\nnehmen wir auf.',
}

describe('a filled-in synopsis', () => {
  let table: Table
  let ids: string[]
  beforeEach(async () => {
    const written = await Promise.all(['Mehr Bänke', 'Mehr Licht', 'Mehr Bäume', '=1+1'].map(write))
    ids = written.map(({ id }) => id)
    table = await exported()
  })

  it('becomes drafts, after it was saved by another program, and is not taken twice', async () => {
    const [one = '', other = '', , formula = ''] = ids
    expect(rowOf(table, formula)[columnOf(table, words.sheet.words)]).toBe('=1+1')
    fill(table, one, noted)
    fill(table, other, {
      ...noted,
      [words.sheet.outcome]: words.outcomes.forwarded,
      [words.sheet.forwardedTo]: 'Kreis Lippe',
    })
    const file = await savedByOffice(packed(table))
    const checked = accepted(await send('check', file))
    expect(checked.rows.map(({ result }) => result)).toEqual(['new', 'new'])
    expect((await caseOf(one)).points[0]?.work.state).toBe('new')
    const taken = accepted(await send('take', file))
    expect(taken.rows.map(({ result }) => result)).toEqual(['taken', 'taken'])
    expect(taken.unchanged).toBe(table.length - 3)
    expect((await caseOf(one)).points[0]?.work).toMatchObject({
      state: 'drafted',
      answer: { outcome: { kind: 'noted' }, reason: 'Danke, das\nnehmen wir auf.' },
    })
    expect((await caseOf(other)).points[0]?.work).toMatchObject({
      answer: { outcome: { kind: 'forwarded', to: 'Kreis Lippe' } },
    })
    const again = accepted(await send('take', file))
    expect(again).toMatchObject({ rows: [], unchanged: table.length - 1 })
    const back = await exported()
    expect(rowOf(back, one)[columnOf(back, words.sheet.reason)]).toBe('Danke, das\nnehmen wir auf.')
  }, 120_000)

  it('says of each row what is wrong with it, and takes the others', async () => {
    const [one = '', other = '', third = '', fourth = ''] = ids
    const more = await Promise.all(['a', 'b', 'c', 'd'].map(write))
    table = await exported()
    fill(table, one, { ...noted, [words.sheet.outcome]: 'vielleicht' })
    fill(table, other, { [words.sheet.outcome]: words.outcomes.noted })
    fill(table, third, { [words.sheet.reason]: 'Weil.' })
    fill(table, fourth, { ...noted, [words.sheet.outcome]: words.outcomes.forwarded })
    const [twice = '', foreign = '', edited = '', good = ''] = more.map(({ id }) => id)
    fill(table, twice, noted)
    table.push([...rowOf(table, twice)])
    fill(table, foreign, { ...noted, [words.sheet.id]: `${'f'.repeat(24)}.1` })
    fill(table, edited, noted)
    fill(table, good, noted)
    const body = {
      commandId: randomUUID(),
      annotationId: edited,
      edition: 1,
      kind: 'idea',
      body: 'c, aber anders',
      replacement: null,
    }
    const params = { annotationId: edited }
    accepted(await callEndpoint(app.url, editAnnotation, { params, body, cookie: citizen }))
    const { rows } = await sendTable('take', table)
    const problems = rows.map(row => ('problem' in row ? row.problem : row.result))
    expect(problems.toSorted()).toEqual(
      [
        'illegal-outcome',
        'missing-reason',
        'missing-outcome',
        'missing-recipient',
        'duplicate',
        'duplicate',
        'unknown-id',
        'contribution-changed',
        'taken',
      ].toSorted(),
    )
    expect((await caseOf(twice)).points[0]?.work.state).toBe('new')
  }, 120_000)

  it('writes over nothing that was done since', async () => {
    const [one = '', other = ''] = ids
    const answer = { outcome: { kind: 'rejected' }, reason: 'Zu teuer.', change: null }
    const point = { annotationId: one, number: 1, version: 0 }
    const body = { point, edition: 1, answer }
    accepted(await callEndpoint(app.url, writeAnswer, { body, cookie: staff }))
    const pieces = (start: number, end: number) => [{ part: 'body', start, end }]
    const points = [
      { number: 1, pieces: pieces(0, 4) },
      { number: null, pieces: pieces(5, 10) },
    ]
    const params = { annotationId: other }
    accepted(
      await callEndpoint(app.url, splitCase, {
        params,
        body: { version: 0, edition: 1, points },
        cookie: staff,
      }),
    )
    fill(table, one, noted)
    fill(table, other, noted)
    const { rows } = await sendTable('take', table)
    expect(rows.map(row => 'problem' in row && row.problem)).toEqual([
      'changed-meanwhile',
      'changed-meanwhile',
    ])
    expect((await caseOf(one)).points[0]?.work).toMatchObject({ answer: { reason: 'Zu teuer.' } })
    const fresh = await exported()
    fill(fresh, `${other}.1`, noted)
    fill(fresh, `${other}.2`, noted)
    expect((await sendTable('take', fresh)).rows.map(({ result }) => result)).toEqual(['taken', 'taken'])
  }, 120_000)

  it('is refused as a whole where it is none, and for whoever may not answer', async () => {
    expect(await send('take', Buffer.from('kein Zip'))).toMatchObject({
      refusal: { code: 'exports/not-a-synopsis' },
    })
    expect(await send('take', await readFile(packed([['Ganz', 'etwas', 'anderes']])))).toMatchObject({
      refusal: { code: 'exports/not-a-synopsis' },
    })
    expect(await send('take', Buffer.from(''), citizen)).toMatchObject({
      refusal: { code: 'accounts/not-permitted' },
    })
  })
})
