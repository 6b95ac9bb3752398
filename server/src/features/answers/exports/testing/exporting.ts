import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getExports, listExportJobs, startExport } from '@randnotiz/contract/answers/exports/endpoints'
import { type ExportJob, exportFileAddress } from '@randnotiz/contract/answers/exports/export-job'
import {
  type ExportOrder,
  type OrderOf,
  unfiltered,
  usualTitles,
} from '@randnotiz/contract/answers/exports/order'
import { until } from '@randnotiz/test-kit/until'
import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import { accepted } from '../../../../testing/accepted.js'
import { callEndpoint } from '../../../../testing/call-endpoint.js'
import { readPdf, readWithOffice } from '../../../../testing/office.js'
import type { TestApp } from '../../../../testing/start-app.js'

export const processSlug = 'smart-city-konzept'

export type MadeFile = { bytes: Buffer; path: string; name: string; type: string | null }

/** Asks for files as people do, waits for them and fetches them; `cookie` is that of somebody of the staff. */
export class Exporting {
  readonly #app: TestApp
  readonly #directory: string
  cookie: string

  private constructor(app: TestApp, cookie: string, directory: string) {
    this.#app = app
    this.#directory = directory
    this.cookie = cookie
  }

  static async open(app: TestApp, email: string): Promise<Exporting> {
    const directory = await mkdtemp(join(tmpdir(), 'randnotiz-test-'))
    return new Exporting(app, await app.signIn(email), directory)
  }

  close(): Promise<void> {
    return rm(this.#directory, { recursive: true, force: true })
  }

  async page() {
    const params = { slug: processSlug }
    return accepted(await callEndpoint(this.#app.url, getExports, { params, cookie: this.cookie }))
  }

  async synopsis(of: Partial<OrderOf<'synopsis'>>): Promise<ExportOrder> {
    const { process } = await this.page()
    const usual = {
      language: 'de',
      names: 'without',
      answers: 'published',
      filter: unfiltered,
      titles: usualTitles,
    } as const
    return { kind: 'synopsis', processId: process.id, format: 'docx', ...usual, ...of }
  }

  start(order: ExportOrder, cookie = this.cookie) {
    return callEndpoint(this.#app.url, startExport, { body: { commandId: randomUUID(), order }, cookie })
  }

  async ended({ id }: Pick<ExportJob, 'id'>): Promise<ExportJob> {
    let job: ExportJob | undefined
    await until(
      'the export has ended',
      async () => {
        const answer = await callEndpoint(this.#app.url, listExportJobs, { cookie: this.cookie })
        job = accepted(answer).jobs.find(one => one.id === id)
        return job !== undefined && job.state.status !== 'waiting' && job.state.status !== 'running'
      },
      60_000,
    )
    if (job === undefined) throw new Error('no job')
    return job
  }

  fetchFile(id: ExportJob['id'], cookie = this.cookie): Promise<Response> {
    return fetch(this.#app.url + exportFileAddress(id), { headers: { Cookie: cookie } })
  }

  /** The file, where it was put, and how it was called. */
  async made(order: ExportOrder): Promise<MadeFile> {
    const job = await this.ended(accepted(await this.start(order)))
    if (job.state.status !== 'done') throw new Error(`ended as ${JSON.stringify(job.state)}`)
    const response = await this.fetchFile(job.id)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes).toHaveLength(job.state.file.bytes)
    const path = join(this.#directory, `${job.id}-${job.state.file.name}`)
    await writeFile(path, bytes)
    return { bytes, path, name: job.state.file.name, type: response.headers.get('Content-Type') }
  }

  /** What a program for such files reads in it. */
  async asText(order: ExportOrder): Promise<string> {
    const { path, bytes } = await this.made(order)
    switch (formatOf(order)) {
      case 'docx':
        return [...(await readWithOffice(path, 'txt')).values()].join('\n')
      case 'xlsx':
        return [...(await readWithOffice(path, 'csv')).values()].join('\n')
      case 'pdf':
        return (await readPdf(path)).text
      default:
        return bytes.toString()
    }
  }

  /** Everything that is in it, whether a program shows it or not: files within the file too. */
  async inside(order: ExportOrder): Promise<string> {
    const { path } = await this.made(order)
    const bytes = await readFile(path)
    const format = formatOf(order)
    if (format === 'pdf') {
      const { facts, structure, text } = await readPdf(path)
      return [facts, structure, text].join('\n')
    }
    if (format !== 'docx' && format !== 'xlsx') return bytes.toString()
    return Object.values(unzipSync(bytes))
      .map(part => withoutTags(Buffer.from(part).toString()))
      .join('\n')
  }
}

export const formatOf = (order: ExportOrder): string => ('format' in order ? order.format : 'docx')

/** Words that stand in several runs are words all the same. */
const withoutTags = (xml: string) =>
  xml
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** Words as they can be looked for in any file, whatever breaks its lines. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '')
