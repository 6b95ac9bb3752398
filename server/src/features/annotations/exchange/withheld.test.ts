import { randomUUID } from 'node:crypto'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import { DocumentSummary } from '@randnotiz/contract/documents/document'
import { type DocumentId, Slug, UserId } from '@randnotiz/contract/kit/ids'
import type { Sight } from '@randnotiz/domain/annotations/moderation/sight'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AnnotationStore } from '../storage/annotation-store.js'
import { annotationModels } from '../storage/models.js'
import { TextStates } from '../storage/text-states.js'
import { liveTextOf, openTown, type Town } from '../testing/town.js'
import { viewAnnotations, viewHistory } from '../view.js'
import {
  readOpenAnnotation,
  readOpenAnnotations,
  streamOpenAnnotations,
} from './open/read-open-annotations.js'
import { writeWebAnnotations } from './write-web-annotations.js'

let town: Town
let id: DocumentId
const slug = Slug.parse('ein-text')

const withheld: Publication[] = [
  { state: 'held', since: '2026-01-01T00:00:00.000Z', reasons: [] },
  {
    state: 'hidden',
    since: '2026-01-01T00:00:00.000Z',
    rule: 'insult',
    duration: { lasts: 'for-good' },
    decisionId: null,
  },
  { state: 'withdrawn', since: '2026-01-01T00:00:00.000Z' },
]

beforeAll(async () => {
  town = await openTown()
  id = town.addDocument('Ein Text.').id
  await town.insertAnnotations(id, 4)
  const collection = town.connection.collection('annotations')
  const rows = await collection.find({ documentId: new mongoose.Types.ObjectId(id) }).toArray()
  for (const [position, publication] of withheld.entries())
    await collection.updateOne({ _id: rows[position]?._id }, { $set: { publication } })
  const reply = {
    body: 'Geheime Antwort',
    createdAt: new Date(),
    commandId: randomUUID(),
    commandDigest: 'x',
    source: null,
  }
  const replies = [
    { ...reply, _id: new mongoose.Types.ObjectId(), authorId: rows[3]?.authorId, publication: withheld[1] },
  ]
  await collection.updateOne({ _id: rows[3]?._id }, { $set: { replies } })
})
afterAll(() => town.close())

const nothing = { de: '', en: '' }

const document = () =>
  DocumentSummary.parse({
    id,
    processId: id,
    slug,
    kind: 'measure',
    number: 1,
    title: nothing,
    teaser: nothing,
    leeway: 'informed',
    facts: null,
  })

function parts() {
  const models = annotationModels(town.connection)
  const readBlackenings = async () => new Map()
  return {
    readBlackenings,
    annotations: new AnnotationStore(models),
    textStates: new TextStates(models, async () => true),
    view: viewAnnotations({
      readAuthors: async () => new Map(),
      readAnswers: async () => new Map(),
      readBlackenings,
      supportHiddenMs: async () => 0,
      clock: { now: () => new Date() },
    }),
    viewHistory: viewHistory(async () => new Map()),
    liveText: async () => liveTextOf(town.documents.get(id)),
    documentBySlug: async () => document(),
    documentById: async () => document(),
    siteAddress: () => 'http://localhost',
  }
}

it('nothing that is held, hidden or withdrawn leaves in any list', async () => {
  const documents = [{ id, slug }]
  const about = { base: 'http://localhost', id: 'http://localhost/x', label: 'x', licence: 'x:y' }
  let text = ''
  for (const names of ['named', 'nameless'] as const)
    for await (const piece of writeWebAnnotations(parts(), { ...about, names, documents, archive: null }))
      text += piece
  for await (const some of streamOpenAnnotations(parts(), documents)) text += JSON.stringify(some)
  const page = await readOpenAnnotations(parts(), { slug, limit: 10 })
  text += JSON.stringify(page)
  expect(text).toContain('Nummer 3')
  for (const words of [
    'Nummer 0',
    'Nummer 1',
    'Nummer 2',
    'Geheime Antwort',
    'held',
    'hidden',
    'withdrawn',
    'insult',
  ])
    expect(text).not.toContain(words)
})

it('nor in an archive for whoever does not moderate; a moderator gets it with its state', async () => {
  const read = async (sight: Sight) => {
    const about = { base: 'http://localhost', id: 'http://localhost/x', label: 'x', licence: 'x:y' }
    const wanted = { ...about, names: 'named', documents: [{ id, slug }], archive: { sight } } as const
    let text = ''
    for await (const piece of writeWebAnnotations(parts(), wanted)) text += piece
    return text
  }
  const editors = await read({ kind: 'person', id: UserId.parse('f'.repeat(24)) })
  expect(editors).toContain('Nummer 3')
  for (const words of ['Nummer 0', 'Geheime Antwort', 'withdrawn']) expect(editors).not.toContain(words)
  const moderators = await read({ kind: 'moderator' })
  for (const words of ['Nummer 0', 'Nummer 1', 'Nummer 2', 'Geheime Antwort', '"state":"held"', '"insult"'])
    expect(moderators).toContain(words)
})

it('nor by its address, and pages lead past it', async () => {
  const records = await parts().annotations.after(id, null, 10)
  for (const record of records.slice(0, 3))
    expect(await readOpenAnnotation(parts(), record._id)).toMatchObject({
      refusal: { code: 'annotations/unknown' },
    })
  const first = await readOpenAnnotations(parts(), { slug, limit: 2 })
  expect(first).toMatchObject({ value: { items: [], next: records[1]?._id } })
  const next = await readOpenAnnotations(parts(), { slug, limit: 2, after: records[1]?._id })
  expect(next).toMatchObject({ value: { items: [{ body: 'Nummer 3', replies: [] }] } })
})
