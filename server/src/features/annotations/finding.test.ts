import {
  findAnnotations,
  listOwnSupports,
  putReadMark,
  putSupport,
} from '@randnotiz/contract/annotations/endpoints'
import type { FindingPage } from '@randnotiz/contract/annotations/finding'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'

/** Looking through the demo's contributions, and supporting them, on the whole server. */
let app: TestApp
let aheadMs = 0
beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => new Date(Date.now() + aheadMs) } })
})
afterAll(() => app.close())

const params = { slug: 'smart-city-konzept' }

async function find(query: Record<string, string> = {}, cookie?: string): Promise<FindingPage> {
  const page = await callEndpoint(app.url, findAnnotations, { params, query, ...(cookie ? { cookie } : {}) })
  if (!page.ok) throw new Error(`refused: ${page.refusal.code}`)
  return page.value
}

describe('a list of contributions', () => {
  it('comes a page at a time, each of them once, in the order of the texts', async () => {
    const seen: string[] = []
    let page = await find()
    seen.push(...page.findings.map(({ annotation }) => annotation.id))
    while (page.next !== null) {
      page = await find({ after: page.next })
      seen.push(...page.findings.map(({ annotation }) => annotation.id))
    }
    expect(seen.length).toBe(page.total)
    expect(new Set(seen).size).toBe(seen.length)
    expect(page.total).toBeGreaterThanOrEqual(55)
  })

  it('is narrowed by text, kind and chapter, and says how many each kind would give', async () => {
    const all = await find({ document: 'mobile-stadt' })
    expect(all.chapters.length).toBeGreaterThan(2)
    expect(all.findings.every(({ document }) => document.slug === 'mobile-stadt')).toBe(true)
    const risks = await find({ document: 'mobile-stadt', kind: 'risk' })
    expect(risks.findings.every(({ annotation }) => annotation.kind === 'risk')).toBe(true)
    expect(all.kinds.risk).toBe(risks.total)
    expect(risks.kinds).toEqual(all.kinds)
    const chapter = all.findings.find(finding => finding.chapter !== null)?.chapter
    const within = await find({ document: 'mobile-stadt', chapter: chapter?.blockId ?? '' })
    expect(within.total).toBeGreaterThan(0)
    expect(within.total).toBeLessThan(all.total)
  })

  it('treats an empty field of a form as one that was not filled in', async () => {
    expect((await find({ q: '', kind: '', document: '', since: '', after: '' })).total).toBe(
      (await find()).total,
    )
  })

  it('is put in order by age, and by what waits for a reply', async () => {
    const newest = (await find({ order: 'newest' })).findings.map(({ annotation }) => annotation.createdAt)
    expect(newest).toEqual(newest.toSorted().toReversed())
    const [first] = (await find({ order: 'unanswered' })).findings
    expect(first?.annotation.replies.some(({ author }) => author.staff)).toBe(false)
  })

  it('shows what is new since a moment', async () => {
    const since = new Date(Date.now() - 7 * 86_400_000).toISOString()
    const page = await find({ since, order: 'newest' })
    expect(page.total).toBeGreaterThan(0)
    for (const { annotation } of page.findings) expect(annotation.createdAt > since).toBe(true)
  })

  it('refuses what cannot be', async () => {
    for (const [slug, query, code] of [
      ['gibt-es-nicht', {}, 'publishing/unknown-process'],
      ['smart-city-konzept', { document: 'gibt-es-nicht' }, 'documents/unknown'],
      ['smart-city-konzept', { after: 'bm9uc2Vuc2U' }, 'request/invalid'],
      ['smart-city-konzept', { kind: 'insult' }, 'request/invalid'],
      ['smart-city-konzept', { q: 'x'.repeat(201) }, 'request/invalid'],
    ] as const)
      expect(await callEndpoint(app.url, findAnnotations, { params: { slug }, query })).toMatchObject({
        ok: false,
        refusal: { code },
      })
  })
})

describe('searching', () => {
  it.each([
    ['a word as it stands', 'Parkhaus', 'Parkhaus'],
    ['another form of the word', 'Familie', 'Familien'],
    ['the beginning of a compound', 'Daten', 'Datenschutzaufsicht'],
    ['words of the quote', 'Stichprobe abnickt', 'abnickt'],
  ])('finds by %s', async (_what, q, word) => {
    const page = await find({ q })
    expect(page.total).toBeGreaterThan(0)
    const everything = JSON.stringify(page.findings)
    expect(everything).toContain(word)
  })

  it('wants every word', async () => {
    expect((await find({ q: 'Parkhaus Zauberwürfel' })).total).toBe(0)
  })

  it('finds authors, and nothing for signs alone that stand nowhere', async () => {
    const page = await find({ q: 'Skeptiker58' })
    expect(page.findings.some(({ annotation }) => annotation.author.pseudonym === 'Skeptiker58')).toBe(true)
    expect((await find({ q: '$where{}' })).total).toBe(0)
  })
})

describe('support', () => {
  async function somebodyElses(cookie: string): Promise<{ id: string; documentId: string }> {
    const page = await find({ order: 'newest', document: 'mobile-stadt' }, cookie)
    const finding = page.findings.find(({ annotation }) => annotation.author.pseudonym !== 'Heidi vom Hang')
    if (!finding) throw new Error('nothing to support')
    return { id: finding.annotation.id, documentId: finding.document.id }
  }
  const set = (annotationId: string, supports: boolean, cookie?: string) =>
    callEndpoint(app.url, putSupport, {
      params: { annotationId },
      body: { annotationId, supports },
      ...(cookie ? { cookie } : {}),
    })
  async function countOf(id: string): Promise<number | null> {
    const { findings } = await find({ document: 'mobile-stadt' })
    const support = findings.find(({ annotation }) => annotation.id === id)?.annotation.support
    return support?.kind === 'shown' ? support.count : null
  }

  it('is one for each person, whatever is repeated, and can be taken back', async () => {
    const heidi = await app.signIn('heidi@example.org')
    const staff = await app.signIn('redaktion1@example.org')
    const { id, documentId } = await somebodyElses(heidi)
    const before = (await countOf(id)) ?? 0
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => set(id, true, heidi)),
      set(id, true, staff),
    ])
    for (const answer of answers) expect(answer.ok).toBe(true)
    expect(await countOf(id)).toBe(before + 2)
    expect(await callEndpoint(app.url, listOwnSupports, { params: { documentId }, cookie: heidi })).toEqual({
      ok: true,
      value: [id],
    })
    expect((await set(id, false, heidi)).ok).toBe(true)
    expect(await countOf(id)).toBe(before + 1)
    expect((await find({ order: 'supported', document: 'mobile-stadt' })).findings[0]?.annotation.id).toBe(id)
  })

  it('is nothing for strangers, for one’s own contribution, or for what is not there', async () => {
    const heidi = await app.signIn('heidi@example.org')
    const { id } = await somebodyElses(heidi)
    expect(await set(id, true)).toMatchObject({ refusal: { code: 'accounts/sign-in-required' } })
    const own = (await find({ mine: 'yes' }, heidi)).findings[0]?.annotation.id ?? ''
    expect(await set(own, true, heidi)).toMatchObject({ refusal: { code: 'annotations/own-support' } })
    expect(await set('0'.repeat(24), true, heidi)).toMatchObject({ refusal: { code: 'annotations/unknown' } })
  })

  it('is not counted in public while a contribution is young', async () => {
    aheadMs = -40 * 86_400_000
    const { findings } = await find({ order: 'newest' })
    expect(findings[0]?.annotation.support).toMatchObject({ kind: 'hidden', shownFrom: expect.any(String) })
    aheadMs = 0
  })
})

describe('what somebody has not read', () => {
  const mark = (readUpTo: string, cookie?: string) =>
    callEndpoint(app.url, putReadMark, { body: { readUpTo }, ...(cookie ? { cookie } : {}) })

  it('is everything of others until they mark it, and then what came since', async () => {
    const heidi = await app.signIn('heidi@example.org')
    const all = await find({}, heidi)
    const own = await find({ mine: 'yes' }, heidi)
    const unread = await find({ unread: 'yes', order: 'newest' }, heidi)
    expect(unread.total).toBe(all.total - own.total)
    const tenth = unread.findings[10]?.annotation
    expect((await mark(tenth?.createdAt ?? '', heidi)).ok).toBe(true)
    const left = await find({ unread: 'yes', order: 'newest' }, heidi)
    expect(left.total).toBeGreaterThan(0)
    expect(left.total).toBeLessThanOrEqual(10)
    expect((await mark(unread.asOf, heidi)).ok).toBe(true)
    expect((await find({ unread: 'yes' }, heidi)).total).toBe(0)
  })

  it('never comes back by an older mark, and is never marked ahead of time', async () => {
    const guest = await app.signIn('redaktion2@example.org')
    const now = await mark('2999-01-01T00:00:00.000Z', guest)
    expect(now.ok && now.value.readUpTo < new Date(Date.now() + 60_000).toISOString()).toBe(true)
    expect(await mark('2020-01-01T00:00:00.000Z', guest)).toEqual(now)
    const both = await Promise.all([
      mark(now.ok ? now.value.readUpTo : '', guest),
      mark(now.ok ? now.value.readUpTo : '', guest),
    ])
    expect(both.every(({ ok }) => ok)).toBe(true)
  })

  it('is nothing that strangers could mark, and narrows nothing for them', async () => {
    expect(await mark('2026-01-01T00:00:00.000Z')).toMatchObject({
      refusal: { code: 'accounts/sign-in-required' },
    })
    expect((await find({ unread: 'yes' })).total).toBe((await find()).total)
  })
})

describe('what a list can be narrowed by', () => {
  it('divides all into answered and not, and every way they came', async () => {
    const all = await find()
    const [yes, no] = [await find({ answered: 'yes' }), await find({ answered: 'no' })]
    expect(yes.total + no.total).toBe(all.total)
    expect(yes.total).toBeGreaterThan(0)
    expect(Object.values(all.channels).reduce((sum, count) => sum + count, 0)).toBe(all.total)
    for (const [channel, count] of Object.entries(all.channels))
      expect((await find({ channel })).total).toBe(count)
  })

  it('finds nothing of a workshop or an outcome that nothing came of', async () => {
    expect((await find({ workshop: '0'.repeat(24) })).total).toBe(0)
    const { outcomes } = await find()
    expect((await find({ outcome: 'examination' })).total).toBe(outcomes.examination ?? 0)
  })
})
