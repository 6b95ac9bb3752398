import { ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { CommandId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import type { NewsDraft, NewsMove } from '@randnotiz/contract/publishing/news'
import {
  changeNews,
  discardNews,
  getNews,
  getNewsDesk,
  listNews,
  moveNews,
  previewNews,
  writeNews,
} from '@randnotiz/contract/publishing/news-endpoints'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'

let app: TestApp
let editor: string
let now = new Date('2026-06-01T08:00:00.000Z')

beforeAll(async () => {
  app = await startTestApp({ clientDist: '', clock: { now: () => now } })
  editor = await app.signIn(demoPeople.jonas)
})
afterAll(() => app.close())

const params = { slug: 'smart-city-konzept' }
const texts = {
  de: { headline: 'Werkstatt in Heiligenkirchen', body: '# Wann?\n\nAm **Montag** <b>ab</b> 18 Uhr.' },
  en: null,
}
const fresh = () => CommandId.parse(randomUUID())

function accepted<Value>(result: Result<Value>): Value {
  ok(result.ok, JSON.stringify(result))
  return result.value
}

const write = async (body = { commandId: fresh(), texts }) =>
  accepted(await callEndpoint(app.url, writeNews, { params, body, cookie: editor }))

const move = (item: NewsDraft, how: NewsMove, commandId = fresh()) =>
  callEndpoint(app.url, moveNews, {
    params: { newsId: item.id },
    body: { commandId, edition: item.edition, move: how },
    cookie: editor,
  })

const change = (item: NewsDraft, headline: string, commandId = fresh()) =>
  callEndpoint(app.url, changeNews, {
    params: { newsId: item.id },
    body: { commandId, edition: item.edition, texts: { ...texts, de: { ...texts.de, headline } } },
    cookie: editor,
  })

const read = (item: NewsDraft) => callEndpoint(app.url, getNews, { params: { newsId: item.id } })
const list = async () => accepted(await callEndpoint(app.url, listNews, { params })).items

describe('a news item', () => {
  it('is seen by staff alone until it is published, and then by everybody, rendered safely', async () => {
    const draft = await write()
    expect(await read(draft)).toMatchObject({ refusal: { code: 'publishing/unknown-news' } })
    const published = accepted(await move(draft, { move: 'publish' }))
    expect(published.state).toEqual({
      state: 'published',
      publishedAt: now.toISOString(),
      changedAt: null,
    })
    const { news, process } = accepted(await read(draft))
    ok(news.state === 'published')
    expect(process.slug).toBe(params.slug)
    expect(news.words.de.html).toMatch(
      /^<h2 id="block-[^"]+">Wann\?<\/h2><p id="block-[^"]+">Am <strong>Montag<\/strong> &lt;b&gt;ab&lt;\/b&gt; 18 Uhr\.<\/p>$/,
    )
    expect(news.words.de.teaser).toContain('Am Montag')
    expect((await list()).map(({ id }) => id)).toContain(draft.id)
  })

  it('is made once and moved once for each command', async () => {
    const body = { commandId: fresh(), texts }
    const [first, second] = await Promise.all([write(body), write(body)])
    expect(second.id).toBe(first.id)
    const command = fresh()
    const published = accepted(await move(first, { move: 'publish' }, command))
    now = new Date(now.getTime() + 60_000)
    expect(accepted(await move(first, { move: 'publish' }, command))).toEqual(published)
  })

  it('says when it was changed, and keeps its address when withdrawn', async () => {
    const draft = await write()
    const reworded = accepted(await change(draft, 'Werkstatt in Berlebeck'))
    expect(reworded.state.state).toBe('draft')
    const published = accepted(await move(reworded, { move: 'publish' }))
    now = new Date(now.getTime() + 60_000)
    const changed = accepted(await change(published, 'Werkstatt in Hiddesen'))
    expect(accepted(await read(draft)).news).toMatchObject({ changedAt: now.toISOString() })
    const note = { de: 'Der Termin fällt aus.', en: '' }
    accepted(await move(changed, { move: 'withdraw', note }))
    const { news } = accepted(await read(draft))
    expect(news).toMatchObject({
      state: 'withdrawn',
      headline: { de: 'Werkstatt in Hiddesen', en: 'Werkstatt in Hiddesen' },
      note: { de: note.de, en: note.de },
    })
    expect(JSON.stringify(news)).not.toContain('Montag')
    expect(await change({ ...changed, edition: changed.edition + 1 }, 'Doch')).toMatchObject({
      refusal: { code: 'publishing/news-not-now' },
    })
  })

  it('is not overwritten by somebody who had an earlier edition before them', async () => {
    const draft = await write()
    const outcomes = await Promise.all([change(draft, 'Eins'), change(draft, 'Zwei')])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'publishing/news-edited-meanwhile' },
    })
  })

  it('comes at its moment by itself, once, also over a restart', async () => {
    const draft = await write()
    const publishAt = new Date(now.getTime() + 3_600_000).toISOString()
    accepted(await move(draft, { move: 'schedule', publishAt }))
    expect(await read(draft)).toMatchObject({ ok: false })
    now = new Date(Date.parse(publishAt) + 120_000)
    await app.restart()
    await app.features.publishing.news.publishDue()
    expect(accepted(await read(draft)).news).toMatchObject({ state: 'published', changedAt: null })
    expect(await move(draft, { move: 'schedule', publishAt })).toMatchObject({ ok: false })
  })

  it('can be thrown away as a draft only', async () => {
    const draft = await write()
    const discard = (item: NewsDraft) =>
      callEndpoint(app.url, discardNews, {
        params: { newsId: item.id },
        body: { edition: item.edition },
        cookie: editor,
      })
    const published = accepted(await move(await write(), { move: 'publish' }))
    expect(await discard(published)).toMatchObject({ refusal: { code: 'publishing/news-not-now' } })
    for (let time = 0; time < 2; time++) expect(await discard(draft)).toEqual({ ok: true, value: null })
  })
})

describe('the feed of the process', () => {
  it('has it with its address, and says so when it was withdrawn', async () => {
    const feed = async (etag = '') => {
      const headers = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' }
      return fetch(`${app.url}/api/open/v1/processes/${params.slug}/feed.atom`, { headers })
    }
    const published = accepted(await move(await write(), { move: 'publish' }))
    const first = await feed()
    const etag = first.headers.get('ETag') ?? ''
    expect(await first.text()).toContain(`/neuigkeiten/${published.id}</id>`)
    expect((await feed(etag)).status).toBe(304)
    accepted(await move(published, { move: 'withdraw', note: { de: 'Verschoben.', en: '' } }))
    const second = await feed(etag)
    expect(second.status).toBe(200)
    expect(await second.text()).toContain('<title>Zurückgezogen: Werkstatt in Heiligenkirchen</title>')
  })
})

describe('the list', () => {
  it('goes on page by page without a gap', async () => {
    for (let number = 0; number < 12; number++) accepted(await move(await write(), { move: 'publish' }))
    const seen: string[] = []
    let before: string | null = ''
    while (before !== null) {
      const query: Record<string, string> = before === '' ? {} : { before }
      const page: { items: { id: string }[]; next: string | null } = accepted(
        await callEndpoint(app.url, listNews, { params, query }),
      )
      seen.push(...page.items.map(({ id }) => id))
      before = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(12)
  })
})

describe('whoever is no editor', () => {
  it.each([
    ['anonymous', 'accounts/sign-in-required'],
    ['heidi', 'accounts/not-permitted'],
    ['moderator', 'accounts/not-permitted'],
  ] as const)('%s may neither write nor see drafts', async (person, code) => {
    const cookie = person === 'anonymous' ? {} : { cookie: await app.signIn(demoPeople[person]) }
    const body = { commandId: fresh(), texts }
    const answers = [
      await callEndpoint(app.url, writeNews, { params, body, ...cookie }),
      await callEndpoint(app.url, getNewsDesk, { params, ...cookie }),
      await callEndpoint(app.url, previewNews, { body: { texts }, ...cookie }),
    ]
    for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: { code } })
  })

  it('cannot send what is no news', async () => {
    const body = { commandId: fresh(), texts: { de: { headline: ' ', body: 'x' }, en: null } }
    expect(await callEndpoint(app.url, writeNews, { params, body, cookie: editor })).toMatchObject({
      refusal: { code: 'request/invalid', field: 'texts.de.headline' },
    })
  })
})
