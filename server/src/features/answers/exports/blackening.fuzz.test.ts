import { randomUUID } from 'node:crypto'
import { findAnnotations, listAnnotations } from '@randnotiz/contract/annotations/endpoints'
import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import { Answer } from '@randnotiz/contract/answers/answer'
import { listAnswers } from '@randnotiz/contract/answers/endpoints'
import { blackenWords, getBlackening } from '@randnotiz/contract/answers/exports/endpoints'
import { SynopsisFormat, TextFormat } from '@randnotiz/contract/answers/exports/order'
import { ContributionPart, type Piece } from '@randnotiz/contract/answers/piece'
import { BlockId, CommandId, Slug, UserId } from '@randnotiz/contract/kit/ids'
import { VersionName } from '@randnotiz/contract/publishing/version'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accepted } from '../../../testing/accepted.js'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { readDocument } from '../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'
import { Exporting, processSlug, squeezed } from './testing/exporting.js'

/**
 * Random contributions of made-up words, of which some are blackened; the same words stand in what a citizen and the
 * city said to them, and one of them quotes words of the text that are blackened in it. No way out has any of these.
 */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
const contributions = 8
const slug = Slug.parse('mobile-stadt')

let app: TestApp
let exporting: Exporting
let hidden: string[]
/** Words of the text that somebody repeated; the text itself has them of course. */
let quoted: string
let shown: string[]
let ids: string[]

/** Words that stand nowhere else, with signs that formats have to spell out. */
const letters = fc.string({ unit: fc.constantFrom(...'bdfgjkpqvwxzäöüß'), minLength: 7, maxLength: 12 })
const word = fc
  .tuple(letters, fc.constantFrom('', '', '', '&', '<', '"', '🚲'))
  .map(([stem, sign]) => stem + sign)
const sentences = fc.uniqueArray(word, { minLength: 400, maxLength: 400, size: 'max' })
const [pool = []] = fc.sample(sentences, { seed, numRuns: 1 })
const sentence = () => pool.splice(0, 4 + ((pool[0]?.length ?? 0) % 8))

beforeAll(async () => {
  app = await startTestApp({ clientDist: '' })
  exporting = await Exporting.open(app, demoPeople.mira)
  ;[hidden, shown, ids] = [[], [], []]
  for (let number = 0; number < contributions; number++) await write(number)
}, 120_000)
afterAll(async () => {
  await app.close()
  await exporting.close()
})

async function write(number: number): Promise<void> {
  const { annotations, answers } = app.features
  const { document } = await readDocument(app.url, slug)
  const quote = await lineFor(number)
  const words = { body: sentence(), reason: sentence(), instead: sentence(), replacement: sentence() }
  if (number === 0) words.body.push(quoted)
  const text = (part: ContributionPart) => words[part].join(' ')
  const person = UserId.parse('7'.repeat(24))
  const secret = ContributionPart.options.map(part => words[part][1] ?? '')
  const made = await annotations.importAnnotation({
    commandId: CommandId.parse(randomUUID()),
    documentId: document.id,
    kind: 'wording',
    body: text('body'),
    reason: text('reason'),
    instead: text('instead'),
    replacement: text('replacement'),
    quote,
    authorId: person,
    createdAt: new Date('2026-04-01T09:00:00Z'),
    replies: [
      {
        commandId: CommandId.parse(randomUUID()),
        authorId: person,
        body: `Zu ${secret[0]} sage ich nichts.`,
        createdAt: new Date('2026-04-02T09:00:00Z'),
      },
    ],
  })
  const answer = Answer.parse({
    outcome: { kind: 'partly' },
    reason: `Wir haben mit ${secret[1]} gesprochen.`,
    change: {
      kind: 'passage',
      blockIds: [BlockId.parse('x')],
      release: null,
      before: `Bisher ${secret[2]}`,
      after: `Nun ${secret[3]}`,
      at: '2026-04-03T09:00:00.000Z',
    },
  })
  const at = '2026-04-03T09:00:00.000Z'
  const office = { unit: null, dueOn: null, assigneeId: null, writtenBy: person, writtenAt: at }
  const released = { by: person, at }
  await answers.importCase({ ...office, annotationId: made.id, answer, released, publishedAt: at })
  const pieces: Piece[] = ContributionPart.options.flatMap(part => [pieceOf(words[part], 1, part)])
  if (number === 0) {
    const end = text('body').length
    pieces.push({ part: 'body', start: end - quoted.length, end })
  }
  const body = { edition: made.edition, pieces }
  const params = { annotationId: made.id }
  accepted(await callEndpoint(app.url, blackenWords, { params, body, cookie: exporting.cookie }))
  hidden.push(...secret)
  shown.push(words.body[0] ?? '')
  ids.push(made.id)
}

const pieceOf = (words: readonly string[], place: number, part: ContributionPart): Piece => {
  const start = words.slice(0, place).join(' ').length + 1
  return { part, start, end: start + (words[place]?.length ?? 0) }
}

/** What a contribution is about. The first one stands alone at the end, where nobody else quotes what is around it. */
async function lineFor(number: number): Promise<string> {
  const { document } = await readDocument(app.url, slug)
  const text = (await app.features.documents.liveText(document.id))?.index.text ?? ''
  const lines = text.split('\n').filter(line => line.length > 30)
  const { annotations } = accepted(
    await callEndpoint(app.url, listAnnotations, { params: { documentId: document.id } }),
  )
  const quotes = annotations.flatMap(({ target }) =>
    target.kind === 'passage' ? Object.values(target.quote) : [],
  )
  const others = quotes.join('\n')
  if (number > 0) return lines[number % 4]?.slice(0, 60).trim() ?? ''
  const alone = lines
    .slice(6)
    .findLast(line => !others.includes(line.slice(0, 12)) && text.split(line.slice(0, 12)).length === 2)
  if (alone === undefined) throw new Error('every line is quoted')
  quoted = alone.slice(0, 12).trim()
  return alone.slice(0, 60).trim()
}

/** `text` has words of every contribution, and none that are hidden. */
function expectBlack(text: string, where: string, spelled = (words: string) => words): void {
  const read = squeezed(text)
  for (const words of shown) expect(read, `${where}, FUZZ_SEED=${seed}`).toContain(squeezed(spelled(words)))
  expectNothing(text, where, spelled)
}

function expectNothing(text: string, where: string, spelled = (words: string) => words): void {
  const read = squeezed(text)
  for (const words of [...hidden, quoted])
    for (const one of [words, spelled(words)])
      expect(read.includes(squeezed(one)), `${one} in ${where}, FUZZ_SEED=${seed}`).toBe(false)
}

const inJson = (words: string) => JSON.stringify(words).slice(1, -1)
const inCsv = (words: string) => words.replaceAll('"', '""')
const inMarkup = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

it.each(SynopsisFormat.options)(
  'no synopsis as %s has blackened words, with names or without',
  async format => {
    const spelled = format === 'csv' ? inCsv : format.startsWith('json') ? inJson : (words: string) => words
    for (const names of ['with', 'without'] as const) {
      const order = await exporting.synopsis({ format, names, answers: 'all' })
      const text = await exporting.inside(order)
      // Printed signs that no font has are lost on the way to plain text.
      if (format === 'pdf') expectNothing(text, format)
      else expectBlack(text, format, spelled)
      expect(text).toContain('█████')
    }
  },
  120_000,
)

it('nor have open data, feeds, frames and archives', async () => {
  const asked: [address: string, spelled: (words: string) => string][] = [
    [openAddress.ofProcess(Slug.parse(processSlug), 'json'), inJson],
    [openAddress.ofProcess(Slug.parse(processSlug), 'jsonld'), inJson],
    [openAddress.ofProcess(Slug.parse(processSlug), 'csv'), inCsv],
    [openAddress.documentFeed(slug, 'de'), inMarkup],
    [openAddress.embed(slug, 'de'), inMarkup],
    [`/api/open/v1/documents/${slug}/annotations?limit=200`, inJson],
  ]
  for (const [address, spelled] of asked) {
    const response = await fetch(app.url + address, { headers: { Cookie: exporting.cookie } })
    const text = await response.text()
    // A frame has the whole text in it.
    const own = address.startsWith('/embed') ? text.replaceAll(quoted, '') : text
    expectBlack(own, address, spelled)
  }
})

it('nor has whatever a page asks for, for citizens and for staff who read along', async () => {
  const { document } = await readDocument(app.url, slug)
  for (const cookie of ['', await app.signIn(demoPeople.heidi), exporting.cookie]) {
    const list = await callEndpoint(app.url, listAnnotations, { params: { documentId: document.id }, cookie })
    const own = accepted(list).annotations.filter(({ id }) => ids.includes(id))
    expectBlack(JSON.stringify(own.map(one => ({ ...one, target: null }))), 'the list', inJson)
    const answered = await callEndpoint(app.url, listAnswers, {
      params: { slug: processSlug },
      query: { document: slug },
      cookie,
    })
    const read = accepted(answered).answered.map(({ annotation }) => ({ ...annotation, target: null }))
    expectNothing(JSON.stringify(read), 'results', inJson)
    for (const q of hidden) {
      const found = await callEndpoint(app.url, findAnnotations, {
        params: { slug: processSlug },
        query: { q: q.replace(/[^\p{L}]/gu, '') },
        cookie,
      })
      expect(accepted(found).total, `${q}, FUZZ_SEED=${seed}`).toBe(0)
    }
  }
})

it('an archive has none, though it has the texts that are quoted', async () => {
  const response = await fetch(app.url + openAddress.archive(slug), { headers: { Cookie: exporting.cookie } })
  const text = await response.text()
  expect(text).toContain(inJson(shown[0] ?? ''))
  for (const words of hidden) expect(text).not.toContain(inJson(words))
})

it('while the office at its desk reads everything', async () => {
  for (const annotationId of ids) {
    const params = { annotationId }
    const page = accepted(await callEndpoint(app.url, getBlackening, { params, cookie: exporting.cookie }))
    expect(JSON.stringify(page.annotation)).not.toContain('█')
  }
})

it.each(TextFormat.options)(
  'a comparison as %s has none of their quotes',
  async format => {
    const { documents } = await exporting.page()
    const document = documents.find(one => one.slug === slug)
    if (!document) throw new Error('no document')
    const [from, to] = [VersionName.parse('1'), VersionName.parse('live')]
    const order = { kind: 'comparison', documentId: document.id, from, to, format, language: 'de' } as const
    const text = await exporting.inside(order)
    expectNothing(text.replaceAll(quoted, '').replaceAll(squeezed(quoted), ''), format)
  },
  60_000,
)
