import { randomUUID } from 'node:crypto'
import {
  editAnnotation,
  findAnnotations,
  listAnnotations,
  listEarlierWordings,
  postAnnotation,
} from '@randnotiz/contract/annotations/endpoints'
import {
  forgetSender,
  keepScan,
  listIntake,
  registerIntake,
  scanAddress,
  scanUploadType,
} from '@randnotiz/contract/annotations/intake'
import { IntakeItemId } from '@randnotiz/contract/kit/ids'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'

let app: TestApp
let staff: string
let citizen: string
let slug: string
let documentId: string
beforeAll(async () => {
  app = await startTestApp()
  staff = await app.signIn(demoPeople.mira)
  citizen = await app.signIn(demoPeople.heidi)
  const home = await value(callEndpoint(app.url, getHome))
  slug = home.process.slug
  documentId = home.documents[0]?.id ?? ''
})
afterAll(() => app.close())

async function value<V>(answer: Promise<{ ok: true; value: V } | { ok: false; refusal: { code: string } }>) {
  const result = await answer
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const code = async (answer: Promise<{ ok: boolean; refusal?: { code: string } }>) =>
  (await answer).refusal?.code

const aLetter = (change: object = {}) => ({
  commandId: randomUUID(),
  channel: 'letter',
  receivedOn: '2026-05-04',
  sender: 'Frieda Kleinschmidt',
  named: false,
  ...change,
})

const register = (body: object, cookie = staff) =>
  callEndpoint(app.url, registerIntake, { params: { slug }, cookie, body })

const say = (intake: string | null, body: string, cookie = staff, commandId = randomUUID()) =>
  callEndpoint(app.url, postAnnotation, {
    cookie,
    body: { commandId, documentId, passage: null, kind: 'idea', body, replacement: null, intake },
  })

const scan = (itemId: string, bytes: Buffer, cookie = staff) =>
  callEndpoint(app.url, keepScan, {
    params: { itemId },
    cookie,
    type: scanUploadType,
    body: new Uint8Array(bytes),
  })

const list = (cookie = staff) => callEndpoint(app.url, listIntake, { params: { slug }, cookie })

describe('a letter', () => {
  it('becomes contributions that everybody reads, under its number instead of a name', async () => {
    const item = await value(register(aLetter()))
    expect(item).toMatchObject({ sender: 'Frieda Kleinschmidt', channel: 'letter', points: [], scan: null })
    await value(say(item.id, 'Mehr Bänke am Friedhof.'))
    const second = await value(say(item.id, 'Und eine Uhr.'))
    expect(second).toMatchObject({
      author: { kind: 'imported', pseudonym: `Eingang ${item.number}`, staff: false },
      received: { channel: 'letter', on: '2026-05-04' },
    })
    const page = await value(callEndpoint(app.url, listAnnotations, { params: { documentId } }))
    expect(JSON.stringify(page)).toContain('Mehr Bänke am Friedhof.')
    expect(JSON.stringify(page)).not.toContain('Kleinschmidt')
    const found = await value(
      callEndpoint(app.url, findAnnotations, { params: { slug }, query: { channel: 'letter' } }),
    )
    expect(found.total).toBe(2)
    expect(found.channels.letter).toBe(2)
    const [known] = (await value(list())).items
    expect(known?.points.map(({ words }) => words)).toEqual(['Mehr Bänke am Friedhof.', 'Und eine Uhr.'])
  })

  it('is put right by staff alone, where a word was typed wrong, and what stood there before is kept', async () => {
    const item = await value(register(aLetter()))
    const point = await value(say(item.id, 'Mehr Bänke am Makrt.'))
    const correct = (body: string, cookie: string, edition = 1, commandId = randomUUID()) =>
      callEndpoint(app.url, editAnnotation, {
        params: { annotationId: point.id },
        cookie,
        body: { commandId, annotationId: point.id, edition, kind: 'idea', body, replacement: null },
      })
    expect(await code(correct('Mehr Bänke am Markt.', citizen))).toBe('annotations/not-yours')
    const other = await app.signIn(demoPeople.jonas)
    const commandId = randomUUID()
    const corrected = await value(correct('Mehr Bänke am Markt.', other, 1, commandId))
    expect(corrected).toMatchObject({ body: 'Mehr Bänke am Markt.', edition: 2, author: point.author })
    expect(await value(correct('Mehr Bänke am Markt.', other, 1, commandId))).toMatchObject({ edition: 2 })
    expect(await code(correct('Weniger Bänke.', staff, 1))).toBe('annotations/edited-meanwhile')
    const { wordings } = await value(
      callEndpoint(app.url, listEarlierWordings, { params: { annotationId: point.id }, cookie: staff }),
    )
    expect(wordings).toMatchObject([{ edition: 1, body: 'Mehr Bänke am Makrt.' }])
    const [listed] = (await value(list())).items
    expect(listed?.points).toMatchObject([{ words: 'Mehr Bänke am Markt.', edition: 2 }])
    const online = await value(say(null, 'Das habe ich selbst geschrieben.', citizen))
    const foreign = {
      commandId: randomUUID(),
      annotationId: online.id,
      edition: 1,
      kind: 'idea',
      body: 'Nein.',
    }
    const refused = callEndpoint(app.url, editAnnotation, {
      params: { annotationId: online.id },
      cookie: staff,
      body: { ...foreign, replacement: null },
    })
    expect(await code(refused)).toBe('annotations/not-yours')
  })

  it('names its sender only when they want to be named', async () => {
    const item = await value(register(aLetter({ sender: 'Enno Reuter', named: true })))
    expect(await value(say(item.id, 'Ein Brunnen wäre schön.'))).toMatchObject({
      author: { pseudonym: 'Enno Reuter' },
    })
    expect(await code(register(aLetter({ sender: '', named: true })))).toBe('request/invalid')
  })

  it('is taken down once for each command, and typed in once for each point', async () => {
    const letter = aLetter({ channel: 'card', sender: '' })
    const both = await Promise.all([register(letter), register(letter)])
    const [first, second] = await Promise.all(both.map(answer => value(Promise.resolve(answer))))
    expect(first?.id).toBe(second?.id)
    expect(await code(register({ ...letter, sender: 'Anders' }))).toBe('annotations/command-reused')
    const commandId = randomUUID()
    const points = await Promise.all(
      [1, 2].map(() => value(say(first?.id ?? '', 'Einmal.', staff, commandId))),
    )
    expect(points[0]?.id).toBe(points[1]?.id)
  })

  it('gets the next number of the year, also when many come at once', async () => {
    const items = await Promise.all(
      Array.from({ length: 8 }, () => value(register(aLetter({ channel: 'oral' })))),
    )
    const counts = items.map(({ number }) => Number(number.split('-')[1])).sort((a, b) => a - b)
    expect(new Set(counts).size).toBe(8)
    expect((counts.at(-1) ?? 0) - (counts[0] ?? 0)).toBe(7)
  })

  it('is still there after the server has ended', async () => {
    const item = await value(register(aLetter({ note: 'liegt in Ordner 3' })))
    await value(scan(item.id, Buffer.from('%PDF-1.7 ein Brief')))
    await app.restart()
    staff = await app.signIn(demoPeople.mira)
    citizen = await app.signIn(demoPeople.heidi)
    const known = (await value(list())).items.find(({ id }) => id === item.id)
    expect(known).toMatchObject({ note: 'liegt in Ordner 3', scan: { type: 'application/pdf', bytes: 18 } })
  })
})

describe('a scan', () => {
  const open = (itemId: string, cookie: string) =>
    fetch(app.url + scanAddress(IntakeItemId.parse(itemId)), { headers: { cookie }, redirect: 'manual' })

  it('is kept for staff alone, as a file that does nothing', async () => {
    const item = await value(register(aLetter()))
    const pdf = Buffer.from('%PDF-1.7\nFrieda')
    expect(await value(scan(item.id, pdf))).toEqual({ type: 'application/pdf', bytes: pdf.length })
    const response = await open(item.id, staff)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="?eingang-\d{4}-\d+\.pdf"?$/,
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    for (const cookie of [citizen, '']) {
      const other = await open(item.id, cookie)
      expect(other.headers.get('content-type')).not.toBe('application/pdf')
      expect(await other.text()).not.toContain('Frieda')
    }
  })

  it.each([
    ['a web page', Buffer.from('<html><script>alert(1)</script>')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', Buffer.from('MZ\x90\x00')],
    ['nothing', Buffer.alloc(1)],
  ])('is refused when it is %s', async (_, bytes) => {
    const item = await value(register(aLetter()))
    expect(await code(scan(item.id, bytes))).toBe('annotations/scan-unreadable')
  })

  it('is refused when it is too large, or its letter unknown', async () => {
    const item = await value(register(aLetter()))
    const large = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(13 * 1024 * 1024)])
    expect(await code(scan(item.id, large))).toBe('request/too-large')
    expect(await code(scan('0'.repeat(24), Buffer.from('%PDF-')))).toBe('annotations/unknown-intake')
  })

  it('goes with the name when the sender wants to be forgotten; what they said stays', async () => {
    const item = await value(register(aLetter({ sender: 'Lore Wibbeke', named: true })))
    await value(say(item.id, 'Das bleibt.'))
    await value(scan(item.id, Buffer.from('%PDF-1.7')))
    const params = { itemId: item.id }
    const forgotten = await value(callEndpoint(app.url, forgetSender, { params, cookie: staff }))
    expect(forgotten).toMatchObject({ sender: '', named: false, scan: null })
    const page = await value(callEndpoint(app.url, listAnnotations, { params: { documentId } }))
    expect(JSON.stringify(page)).toContain('Das bleibt.')
    expect(JSON.stringify(page)).not.toContain('Wibbeke')
    expect((await open(item.id, staff)).headers.get('content-type')).not.toBe('application/pdf')
  })
})

it('is for staff alone', async () => {
  const item = await value(register(aLetter()))
  for (const [cookie, refusal] of [
    [citizen, 'accounts/not-permitted'],
    ['', 'accounts/sign-in-required'],
  ] as const) {
    expect(await code(register(aLetter(), cookie))).toBe(refusal)
    expect(await code(list(cookie))).toBe(refusal)
    expect(await code(say(item.id, 'Untergeschoben.', cookie))).toBe(refusal)
    expect(await code(scan(item.id, Buffer.from('%PDF-'), cookie))).toBe(refusal)
    const params = { itemId: item.id }
    expect(await code(callEndpoint(app.url, forgetSender, { params, cookie }))).toBe(refusal)
  }
  expect(await code(say('0'.repeat(24), 'Von niemandem.'))).toBe('annotations/unknown-intake')
})
