/**
 * A synopsis of five thousand contributions, each with a published answer and the change it led to, made by the real job
 * of the real server in every format: how long whoever asked waits, and the most memory that the server and, for PDF,
 * Chromium take meanwhile.
 */
import { join } from 'node:path'
import { getExports, listExportJobs, startExport } from '@randnotiz/contract/answers/exports/endpoints'
import { type ExportJob, exportFileAddress } from '@randnotiz/contract/answers/exports/export-job'
import { type SynopsisFormat, unfiltered, usualTitles } from '@randnotiz/contract/answers/exports/order'
import { startEmbeddedMongo } from '@randnotiz/embedded-mongo'
import { startServer } from '@randnotiz/test-kit/start-server'
import mongoose from 'mongoose'
import { type AnnotatedText, multiplyAnnotations, writeText } from './annotated-text.js'
import { demoDocumentSlug } from './demo-documents.js'
import { randomParagraphs } from './random-text.js'
import { childrenMemory, residentMemory } from './server-memory.js'
import type { Figure, Workload } from './workload.js'

const paragraphs = 1_600
const annotations = 5_000
const lookEveryMs = 100
const patienceMs = 600_000

/** Two, since each needs the machine to itself for a while. */
export const exportWorkloads: Workload[] = [
  synopsisOf('files of office and data', ['docx', 'xlsx', 'csv', 'json', 'jsonld']),
  synopsisOf('printed file', ['pdf']),
]

function synopsisOf(name: string, formats: readonly SynopsisFormat[]): Workload {
  return {
    name: `export: ${name}`,
    story: `a synopsis of ${annotations} answered contributions, one format after the other`,
    async run() {
      const server = await startServer()
      try {
        const text = await writeText(server, { paragraphs })
        await server.stop()
        await multiplyAnnotations(text, { index: text.index, annotations })
        await answerAll(text)
        await server.start()
        const figures: Figure[] = []
        for (const format of formats) figures.push(...(await made(text, format)))
        return figures
      } finally {
        await server.remove()
      }
    },
  }
}

/** Half a page of words for each contribution, as long a reason, and a paragraph in which some words have changed. */
async function answerAll({ server, documentId }: AnnotatedText): Promise<void> {
  const database = await startEmbeddedMongo({ dataDir: join(server.dataDir, 'database') })
  const connection = await mongoose.createConnection(database.uri).asPromise()
  const id = new mongoose.Types.ObjectId(documentId)
  const document = await connection.collection('documents').findOne({ _id: id })
  const kept = connection.collection('annotations')
  const all = await kept.find({ documentId: id }, { projection: { authorId: 1 } }).toArray()
  const words = randomParagraphs(all.length + 3)
  const wordsAt = (at: number) => words[at % words.length] ?? ''
  await kept.bulkWrite(
    all.map(({ _id }, at) => ({
      updateOne: { filter: { _id }, update: { $set: { body: `${wordsAt(at)} ${wordsAt(at + 1)}` } } },
    })),
  )
  const at = '2026-05-01T09:00:00.000Z'
  await connection.collection('answerCases').insertMany(
    all.map(({ _id, authorId }, number) => {
      const before = wordsAt(number + 2)
      const change = {
        kind: 'passage',
        blockIds: ['x'],
        release: null,
        before,
        after: before.replace(/(\S+) (\S+) (\S+)/, '$1 künftig $3').replace(/\.$/, ' und darüber hinaus.'),
        at,
      }
      const answer = { outcome: { kind: 'partly' }, reason: wordsAt(number + 3), change }
      const written = { answer, edition: 1, writtenBy: String(authorId), writtenAt: at }
      const released = { releasedBy: String(authorId), releasedAt: at }
      const publicationId = String(new mongoose.Types.ObjectId())
      const work = { state: 'published', ...written, ...released, publishedAt: at, publicationId }
      const published = { ...answer, publishedAt: at, members: [] }
      const open = { pieces: [], unit: null, dueOn: null, assigneeId: null, members: [] }
      const points = [{ number: 1, work, published, ...open }]
      return { _id, documentId: id, processId: document?.processId, version: 1, points, memberIds: [] }
    }),
  )
  await connection.close()
  await database.close()
}

async function made(text: AnnotatedText, format: SynopsisFormat): Promise<Figure[]> {
  const { server, cookie } = text
  const pid = server.pid()
  const slug = await demoDocumentSlug(server.url, text.documentId)
  const before = residentMemory(pid)
  const most = { server: 0, printing: 0 }
  const startedAt = performance.now()
  const { id } = await started(text, { format, slug })
  const watch = setInterval(() => {
    most.server = Math.max(most.server, residentMemory(pid))
    if (format === 'pdf') most.printing = Math.max(most.printing, childrenMemory(pid))
  }, lookEveryMs)
  try {
    await ended(text, id)
  } finally {
    clearInterval(watch)
  }
  const seconds = (performance.now() - startedAt) / 1_000
  const file = await fetch(server.url + exportFileAddress(id), { headers: { Cookie: cookie } })
  const bytes = (await file.arrayBuffer()).byteLength
  return [
    { name: `${format}: ready after`, value: Math.round(seconds * 10) / 10, unit: 's' },
    { name: `${format}: server memory before`, value: before, unit: 'MiB' },
    { name: `${format}: server memory, most`, value: most.server, unit: 'MiB' },
    ...(format === 'pdf' ? [{ name: 'pdf: Chromium memory, most', value: most.printing, unit: 'MiB' }] : []),
    { name: `${format}: size`, value: Math.round(bytes / 1024), unit: 'KiB' },
  ]
}

type Wanted = { format: SynopsisFormat; slug: string }

async function started({ server, cookie }: AnnotatedText, { format, slug }: Wanted): Promise<ExportJob> {
  const headers = { Cookie: cookie, Origin: server.url, 'Content-Type': 'application/json' }
  const desk = await fetch(`${server.url}${getExports.path.replace(':slug', 'smart-city-konzept')}`, {
    headers,
  })
  const { process } = getExports.response.parse(await desk.json())
  const order = {
    kind: 'synopsis',
    processId: process.id,
    format,
    language: 'de',
    names: 'without',
    answers: 'published',
    filter: { ...unfiltered, document: slug },
    titles: usualTitles,
  }
  const body = JSON.stringify({ commandId: crypto.randomUUID(), order })
  const answer = await fetch(server.url + startExport.path, { method: 'POST', headers, body })
  return startExport.response.parse(await answer.json())
}

async function ended({ server, cookie }: AnnotatedText, id: ExportJob['id']): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (performance.now() < deadline) {
    const answer = await fetch(server.url + listExportJobs.path, { headers: { Cookie: cookie } })
    const { jobs } = listExportJobs.response.parse(await answer.json())
    const status = jobs.find(job => job.id === id)?.state.status
    if (status === 'done') return
    if (status !== 'waiting' && status !== 'running') throw new Error(`the export ended as ${status}`)
    await new Promise(resolve => setTimeout(resolve, lookEveryMs))
  }
  throw new Error('the export takes too long')
}
