import { closeCodes } from '@randnotiz/collab/close-codes'
import { observeSaves } from '@randnotiz/collab/save-state'
import { signOut } from '@randnotiz/contract/accounts/endpoints'
import { type OpenDocument, openDocument } from '@randnotiz/test-kit/open-document'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { firstParagraph, readDocument } from '../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'

/** Stock providers of y-websocket against the whole server, as staff and citizens reach it. */
let app: TestApp
let documentId: string
const opened: OpenDocument[] = []

beforeAll(async () => {
  app = await startTestApp()
  documentId = (await readDocument(app.url, 'mobile-stadt')).document.id
})
afterEach(() => {
  for (const document of opened.splice(0)) document.close()
})
afterAll(() => app.close())

async function open(email?: string, id = documentId): Promise<OpenDocument> {
  const cookie = email ? { cookie: await app.signIn(email) } : {}
  const document = openDocument({ url: app.url, documentId: id, ...cookie })
  opened.push(document)
  return document
}

async function openSynced(email?: string): Promise<OpenDocument> {
  const document = await open(email)
  await until('the document is synced', () => document.provider.synced)
  return document
}

const textOf = ({ doc }: OpenDocument) => firstParagraph(doc).toString()
const type = ({ doc }: OpenDocument, text: string) => firstParagraph(doc).insert(0, text)
const closeCode = ({ provider }: OpenDocument) =>
  new Promise<number | undefined>(resolve => provider.on('connection-close', event => resolve(event?.code)))

describe('two staff members', () => {
  it('write in the same paragraph at once, and nothing is lost over a restart', async () => {
    const [one, two] = [
      await openSynced('redaktion1@example.org'),
      await openSynced('redaktion2@example.org'),
    ]
    const saves = [observeSaves(one.provider), observeSaves(two.provider)]
    for (let n = 0; n < 20; n++) {
      type(one, `a${n} `)
      type(two, `b${n} `)
    }
    await until('both see the same', () => textOf(one) === textOf(two) && textOf(one).includes('b19'))
    await until('both are told that it is saved', () => saves.every(save => save.state() === 'saved'))
    const written = textOf(one)
    for (const document of opened.splice(0)) document.close()

    await app.restart()
    const reader = await openSynced()
    expect(textOf(reader)).toBe(written)
    expect((await readDocument(app.url, 'mobile-stadt')).text.html).toContain('b19')
  })

  it('go on from where they were when the server comes back', async () => {
    const writer = await openSynced('redaktion1@example.org')
    writer.provider.disconnect()
    type(writer, 'unterwegs geschrieben ')
    writer.provider.connect()
    const reader = await openSynced()
    await until('the reader has it', () => textOf(reader).includes('unterwegs geschrieben'))
  })
})

describe('a reader', () => {
  it.each([undefined, 'heidi@example.org', 'moderation@example.org'])(
    '(%s) sees edits at once and cannot make any',
    async email => {
      const [writer, reader] = [await openSynced('redaktion1@example.org'), await openSynced(email)]
      type(reader, 'heimlich ')
      const mark = `sichtbar ${email} `
      type(writer, mark)
      await until('the reader has it', () => textOf(reader).includes(mark))
      const other = await openSynced()
      expect(textOf(other)).toContain(mark)
      expect(textOf(other)).not.toContain('heimlich')
      expect(textOf(writer)).not.toContain('heimlich')
    },
  )
})

describe('a connection', () => {
  it.each([
    ['unknown', '0'.repeat(24)],
    ['of no possible name', 'mobile-stadt'],
    ['somewhere up the tree', '..%2F..'],
  ])('to a document that is %s is closed for good', async (_what, id) => {
    const document = await open('redaktion1@example.org', id)
    expect(await closeCode(document)).toBe(closeCodes.unknownDocument)
    await until('the client stops trying', () => !document.provider.shouldConnect)
  })

  it('of a writer who signs out writes no more', async () => {
    const cookie = await app.signIn('redaktion2@example.org')
    const writer = openDocument({ url: app.url, documentId, cookie })
    opened.push(writer)
    await until('the document is synced', () => writer.provider.synced)
    let refused = false
    observeSaves(writer.provider).onNotice(notice => {
      refused ||= notice.kind === 'refused' && notice.reason === 'read-only'
    })
    await callEndpoint(app.url, signOut, { cookie, body: {} })
    await until('the server takes nothing any more', () => {
      type(writer, 'noch ')
      return refused
    })
    type(writer, 'nach dem Abmelden ')
    const honest = await openSynced('redaktion1@example.org')
    type(honest, 'danach ')
    const other = await openSynced()
    await until('the honest edit is there', () => textOf(other).includes('danach'))
    expect(textOf(other)).not.toContain('nach dem Abmelden')
  })
})
