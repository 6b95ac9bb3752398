import type {
  WebAnnotation,
  WebAnnotationCollection,
} from '@randnotiz/contract/annotations/exchange/web-annotation'
import { DocumentId, Slug } from '@randnotiz/contract/kit/ids'
import { initialUpdate } from '@randnotiz/document-schema/from-markdown'
import { Types } from 'mongoose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDocument } from '../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'
import { randomArchive, randomFrom } from './testing/random-archive.js'
import { archive, comparable, slug as demoSlug, moderator, upload } from './testing/two-towns.js'

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
const rounds = 12

/** Minutes pass between the rounds, as between a person's uploads: their number is limited. */
const betweenRoundsMs = 60_000
let passedMs = 0

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ clientDist: '', clock: { now: () => new Date(Date.now() + passedMs) } })
}, 240_000)
afterAll(() => app.close())

const markdown = `
## Wege 🚲 in der Stadt

Die Stadt prüft bis zum Sommer, wo Fahrräder und 🚋 Straßenbahnen sicher nebeneinander Platz finden können.

Am Bahnhof fehlen Bänke, am Markt fehlen Bäume, und auf dem Weg dazwischen fehlt beides seit vielen Jahren.

Der Rat entscheidet im Herbst über die erste Fassung des Konzepts und danach jedes Jahr über eine weitere.
`
/** As it was before a paragraph was reworded and another one went. */
const older = `Wege in der Stadt\nDie Stadt prüft im Sommer, wo Fahrräder sicher Platz finden können.\nAm Bahnhof fehlen Bänke, am Markt fehlen Bäume, und auf dem Weg dazwischen fehlt beides seit vielen Jahren.\nNiemand weiß, was die Zukunft bringt, aber alle reden davon.`

let number = 500

/** An empty document for what an archive holds. */
async function emptyDocument(): Promise<{ id: DocumentId; slug: Slug; text: string }> {
  const id = DocumentId.parse(new Types.ObjectId().toHexString())
  const slug = Slug.parse(`rund-${++number}`)
  const both = { de: `Text ${number}`, en: `Text ${number}` }
  const summary = { id, slug, number, title: both, teaser: both } as const
  const about = { kind: 'buildingBlock', leeway: 'consulted', leewayText: null, facts: null } as const
  const processId = await app.features.documents.processOf(
    (await readDocument(app.url, demoSlug)).document.id,
  )
  if (processId === null) throw new Error('the demo has no process')
  await app.features.documents.create({ ...summary, ...about, processId }, initialUpdate(markdown, id))
  const live = await app.features.documents.liveText(id)
  return { id, slug, text: live?.index.text ?? '' }
}

/** Takes an archive over into a document of its own, and writes down what is there then. */
async function through(collection: WebAnnotationCollection, from: Slug | null) {
  const { id, slug } = await emptyDocument()
  const content = JSON.stringify(collection).replaceAll(`/texte/${from}`, `/texte/${slug}`)
  const { rows } = await upload({ app, content, into: slug })
  expect(rows.filter(row => row.outcome !== 'taken')).toEqual([])
  await app.features.annotations.resolve(id)
  return { slug, written: await archive({ app, of: slug, as: moderator }) }
}

/** What a contribution says of itself, wherever it is; where it stands is for the text to say. */
function told({ first }: WebAnnotationCollection): string[] {
  const say = (item: WebAnnotation) => {
    const { id: _, canonical: __, 'rn:system': ___, 'rn:sourceId': ____, target, ...said } = item
    const quoted = typeof target === 'string' ? [] : target.selector?.filter(isQuote)
    const { 'rn:status': _s, 'rn:present': _p, ...lasting } = { 'rn:status': 0, 'rn:present': 0, ...said }
    return JSON.stringify(sorted({ ...lasting, quoted })).replace(/"text":"[^"]*"/g, '"text":"…"')
  }
  return first?.items.map(say).sort() ?? []
}

const isQuote = ({ type }: { type: string }) => type === 'TextQuoteSelector'

/** The order of keys says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

it(`an archive of everything comes back from an empty town as it was (FUZZ_SEED=${seed})`, {
  timeout: 180_000,
}, async () => {
  const { text: present } = await emptyDocument()
  for (let round = 0; round < rounds; round++, passedMs += betweenRoundsMs) {
    const made = randomArchive(randomFrom(seed + round), { present, older })
    const one = await through(made, null)
    expect(told(one.written), `round ${round}`).toEqual(told(made))
    const other = await through(one.written, one.slug)
    expect(comparable(other.written), `round ${round}`).toEqual(comparable(one.written))
  }
})
