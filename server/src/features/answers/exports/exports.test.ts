import { listAnnotations } from '@randnotiz/contract/annotations/endpoints'
import { listAnswers } from '@randnotiz/contract/answers/endpoints'
import {
  blackenWords,
  cancelExport,
  getExports,
  listExportJobs,
} from '@randnotiz/contract/answers/exports/endpoints'
import {
  SynopsisFormat,
  TextFormat,
  unfiltered,
  usualTitles,
} from '@randnotiz/contract/answers/exports/order'
import { DocumentId } from '@randnotiz/contract/kit/ids'
import { VersionName } from '@randnotiz/contract/publishing/version'
import { markedChange } from '@randnotiz/domain/answers/synopsis/marked-change'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { accepted } from '../../../testing/accepted.js'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { readDocument } from '../../../testing/demo-document.js'
import { readPdf } from '../../../testing/office.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'
import { Exporting, processSlug, squeezed } from './testing/exporting.js'

let app: TestApp
let exporting: Exporting
let now = new Date('2026-05-01T10:00:00Z')
beforeAll(async () => {
  app = await startTestApp({ clientDist: '', clock: { now: () => now } })
  exporting = await Exporting.open(app, demoPeople.mira)
})
afterAll(async () => {
  await app.close()
  await exporting.close()
})

const synopsis: Exporting['synopsis'] = of => exporting.synopsis(of)
const page = () => exporting.page()
const asText: Exporting['asText'] = order => exporting.asText(order)
const made: Exporting['made'] = order => exporting.made(order)

async function contributions(of = 'mobile-stadt') {
  const { document } = await readDocument(app.url, of)
  const all = accepted(await callEndpoint(app.url, listAnnotations, { params: { documentId: document.id } }))
  return all.annotations.filter(({ body }) => body !== null)
}

/** How a format writes signs of its own. */
function spelled(words: string, format: string): string {
  if (format.startsWith('json')) return JSON.stringify(words).slice(1, -1)
  return format === 'csv' || format === 'xlsx' ? words.replaceAll('"', '""') : words
}

const Rows = z.object({
  about: z.record(z.string(), z.string()),
  rows: z.array(
    z.object({ annotationId: z.string(), number: z.string(), document: z.object({ slug: z.string() }) }),
  ),
  counts: z.object({ contributions: z.number(), points: z.number(), supporters: z.number() }),
})

/** LibreOffice and Chromium take their time beside others. */
const patient = { timeout: 120_000 }

describe('a synopsis', patient, () => {
  it.each(['docx', 'xlsx', 'csv', 'json', 'jsonld'] as const)(
    'as %s has every contribution and nobody’s name',
    async format => {
      const text = squeezed(
        await asText(await synopsis({ format, filter: { ...unfiltered, document: 'mobile-stadt' } })),
      )
      for (const { body, author } of await contributions()) {
        expect(text).toContain(squeezed(spelled(body ?? '', format)))
        expect(text).not.toContain(squeezed(author.pseudonym))
      }
    },
  )

  it('as PDF is tagged, in reading order, with a head on every page and its number', async () => {
    const { path } = await made(await synopsis({ format: 'pdf' }))
    const { facts, structure, text } = await readPdf(path)
    expect(facts).toMatch(/Tagged:\s+yes/)
    expect(facts).toMatch(/Title:\s+Synopse der Anmerkungen: /)
    expect(facts).toMatch(/Page size:\s+84\d\.?\d* x 59\d/)
    const pages = Number(/Pages:\s+(\d+)/.exec(facts)?.[1])
    expect(pages).toBeGreaterThan(3)
    // The figures at the end have heads of their own.
    const heads = text.match(/Abwägung und Begründung/g)?.length ?? 0
    expect(pages - heads).toBeLessThanOrEqual(3)
    expect(squeezed(text)).toContain(`Seite${pages}von${pages}`)
    for (const tag of ['H1', 'Table', 'TR', 'TH', 'TD'])
      expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'))
    const read = squeezed(structure)
    const inOrder = ['B1-001', 'B2-001', 'M1-001', 'AnmerkungennachBeitragsart'].map(words =>
      read.indexOf(words),
    )
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
    expect(inOrder[0]).toBeGreaterThan(0)
  })

  it.each(SynopsisFormat.options)(
    'as %s has published answers, and the change from old to new in one cell',
    async format => {
      const params = { slug: processSlug }
      const { answered } = accepted(await callEndpoint(app.url, listAnswers, { params }))
      const changed = answered.flatMap(({ annotation }) =>
        (annotation.answer?.points ?? []).flatMap(({ change, reason }) =>
          change?.before ? [{ change: { ...change, before: change.before }, reason }] : [],
        ),
      )
      expect(changed.length).toBeGreaterThan(1)
      const order = await synopsis({ format })
      // In the order of its tags a cell of a PDF stands together.
      const text = format === 'pdf' ? (await readPdf((await made(order)).path)).spoken : await asText(order)
      for (const { change, reason } of changed) {
        const said =
          format === 'jsonld'
            ? [JSON.stringify({ before: change.before, after: change.after }).slice(1, -1)]
            : [spelled(reason, format), spelled(markedChange(change), format)]
        expect(markedChange(change)).toMatch(/\{\+|\[-/)
        for (const words of said)
          expect(squeezed(text).includes(squeezed(words)), `${words} in ${format}`).toBe(true)
      }
    },
  )

  it('has names when they are asked for, and says so', async () => {
    const [first] = await contributions()
    for (const format of ['docx', 'csv', 'json'] as const) {
      const text = await asText(await synopsis({ format, names: 'with' }))
      expect(text).toContain(first?.author.pseudonym)
    }
  })

  it('names what was chosen, and calls itself a part', async () => {
    const filter = { ...unfiltered, document: 'mobile-stadt', kind: 'risk' } as const
    for (const format of ['xlsx', 'csv', 'json', 'jsonld'] as const) {
      const order = await synopsis({ format, filter })
      const { name } = await made(order)
      expect(name).toContain('teilexport')
      const text = await asText(order)
      expect(text, format).toContain('Mobile Stadt')
      expect(text, format).toContain('Beitragsart: Risiko')
      if (format !== 'csv') expect(text, format).toContain('Teilexport')
    }
  })

  it('has the titles it was given, and remembers them', async () => {
    const titles = {
      title: 'Abwägung der Hinweise',
      columns: { ...usualTitles.columns, passage: 'Worum es geht' },
    }
    const text = await asText(await synopsis({ titles }))
    expect(text).toContain('Abwägung der Hinweise')
    expect(text).toContain('Worum es geht')
    expect((await page()).titles).toEqual(titles)
  })

  it('counts the same in every format, and as everybody sees it', async () => {
    const { counts, rows } = Rows.parse(JSON.parse(await asText(await synopsis({ format: 'json' }))))
    const { documents } = await page()
    const all = await Promise.all(documents.map(document => contributions(document.slug)))
    expect(counts.contributions).toBe(all.flat().length)
    expect(counts.points).toBe(rows.length)
    const table: string[][] = parse((await asText(await synopsis({ format: 'csv' }))).replace('\ufeff', ''))
    expect(table).toHaveLength(counts.points + 1)
    const paper = await asText({ kind: 'paper', processId: (await page()).process.id, language: 'de' })
    expect(paper).toContain(
      `gingen ${counts.contributions} Anmerkungen ein; sie erhielten ${counts.supporters} Unterstützungen`,
    )
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
  })

  it('refuses to blacken words that nobody has seen', async () => {
    const [first] = await contributions()
    if (!first?.body) throw new Error('no contribution')
    const body = { edition: first.edition, pieces: [{ part: 'body', start: 0, end: 24 }] }
    const params = { annotationId: first.id }
    accepted(await callEndpoint(app.url, blackenWords, { params, body, cookie: exporting.cookie }))
    const stale = { ...body, edition: first.edition + 1 }
    expect(
      await callEndpoint(app.url, blackenWords, { params, body: stale, cookie: exporting.cookie }),
    ).toMatchObject({
      refusal: { code: 'answers/contribution-changed' },
    })
    const outside = { ...body, pieces: [{ part: 'body', start: 0, end: 9_999 }] }
    expect(
      await callEndpoint(app.url, blackenWords, { params, body: outside, cookie: exporting.cookie }),
    ).toMatchObject({ ok: false })
    accepted(
      await callEndpoint(app.url, blackenWords, {
        params,
        body: { ...body, pieces: [] },
        cookie: exporting.cookie,
      }),
    )
  })
})

describe('texts', patient, () => {
  it.each(TextFormat.options)('of a release come as %s', async format => {
    const { documents } = await page()
    const document = documents.find(({ versions }) => versions.length > 2)
    if (!document) throw new Error('no document with two releases')
    const text = {
      kind: 'text',
      documentId: document.id,
      version: VersionName.parse('1'),
      format,
      language: 'de',
    } as const
    const words = await asText(text)
    expect(words).toContain(document.title.de)
    expect(squeezed(words)).toContain('Prüfsumme(SHA-256)')
    const compared = await asText({
      kind: 'comparison',
      documentId: document.id,
      from: VersionName.parse('1'),
      to: VersionName.parse('2'),
      format,
      language: 'de',
    })
    expect(compared).toContain('{+')
    expect(compared).toContain('[-')
  })
})

describe('whoever asks for files', patient, () => {
  it('is staff', async () => {
    const citizen = await app.signIn(demoPeople.heidi)
    const order = await synopsis({ format: 'csv' })
    for (const answer of [
      await exporting.start(order, citizen),
      await callEndpoint(app.url, getExports, { params: { slug: processSlug }, cookie: citizen }),
      await callEndpoint(app.url, listExportJobs, { cookie: citizen }),
    ])
      expect(answer).toMatchObject({ refusal: { code: 'accounts/not-permitted' } })
  })

  it('is the only one who sees them, until they expire', async () => {
    const job = await exporting.ended(accepted(await exporting.start(await synopsis({ format: 'csv' }))))
    const colleague = await app.signIn(demoPeople.jonas)
    const citizen = await app.signIn(demoPeople.heidi)
    expect((await exporting.fetchFile(job.id, colleague)).status).toBe(404)
    expect((await exporting.fetchFile(job.id, citizen)).status).toBe(403)
    expect((await exporting.fetchFile(job.id, '')).status).toBe(401)
    const params = { jobId: job.id }
    expect(await callEndpoint(app.url, cancelExport, { params, cookie: colleague })).toMatchObject({
      ok: false,
    })
    const response = await exporting.fetchFile(job.id)
    expect(response.headers.get('Content-Disposition')).toContain('attachment')
    await response.arrayBuffer()
    now = new Date(now.getTime() + 8 * 24 * 3_600_000)
    expect((await exporting.fetchFile(job.id)).status).toBe(410)
    expect((await exporting.ended(job)).state.status).toBe('expired')
  })

  it('gets a file that was begun before the server was started anew', async () => {
    const { id } = accepted(await exporting.start(await synopsis({ format: 'docx' })))
    await app.restart()
    exporting.cookie = await app.signIn(demoPeople.mira)
    const { jobs } = accepted(await callEndpoint(app.url, listExportJobs, { cookie: exporting.cookie }))
    const job = jobs.find(one => one.id === id)
    if (!job) throw new Error('the job is gone')
    expect((await exporting.ended(job)).state.status).toBe('done')
  })

  it('is told of what is not there', async () => {
    const { documents } = await page()
    const [document] = documents
    if (!document) throw new Error('no document')
    const order = {
      kind: 'text',
      documentId: document.id,
      version: VersionName.parse('99'),
      format: 'md',
      language: 'de',
    } as const
    expect((await exporting.ended(accepted(await exporting.start(order)))).state).toMatchObject({
      status: 'failed',
      code: 'publishing/unknown-version',
    })
    expect(await exporting.start({ ...order, documentId: DocumentId.parse('0'.repeat(24)) })).toMatchObject({
      refusal: { code: 'documents/unknown' },
    })
  })
})
