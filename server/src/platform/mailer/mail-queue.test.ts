import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { headerOf, startSmtp, type TestSmtp } from '../../testing/smtp-server.js'
import { openTestDatabase } from '../../testing/test-database.js'
import type { Database } from '../mongo/database.js'
import { migrate } from '../mongo/migrations.js'
import { backoffMs, type MailQueue, openMailQueue } from './mail-queue.js'
import { mailMigrations, queuedMailModel } from './models.js'
import { createOutbox } from './outbox-mailer.js'
import { createSmtpMailer } from './smtp-mailer.js'

let database: Database
let smtp: TestSmtp
let now = Date.parse('2026-05-01T09:00:00.000Z')
let opened: MailQueue[] = []

beforeAll(async () => {
  database = await openTestDatabase()
  await migrate(database.connection, mailMigrations)
})
afterAll(() => database.close())
beforeEach(async () => {
  smtp = await startSmtp()
  await queuedMailModel(database.connection).deleteMany({})
})
afterEach(async () => {
  for (const queue of opened.splice(0)) await queue.close()
  opened = []
  await smtp.close()
})

function open(): MailQueue {
  const queue = openMailQueue({
    connection: database.connection,
    mailer: createSmtpMailer({ url: smtp.url, from: 'Stadt <stadt@example.org>' }),
    host: 'example.org',
    clock: { now: () => new Date(now) },
    log: { warn: () => {} },
  })
  opened.push(queue)
  return queue
}

const mail = (subject = 'Guten Tag', to = 'ulme@example.org') => ({ to, subject, text: 'Worte' })

describe('mails on their way', () => {
  it('go out once for each key, in the order in which they came, and leave no words behind', async () => {
    const queue = open()
    expect(await queue.enqueue('a', mail('Erstens'))).toBe(true)
    now += 1_000
    expect(await queue.enqueue('b', mail('Zweitens'))).toBe(true)
    expect(await queue.enqueue('a', mail('Noch einmal'))).toBe(false)
    await queue.work()
    expect(smtp.mails.map(each => headerOf(each, 'Subject'))).toEqual(['Erstens', 'Zweitens'])
    expect(smtp.mails[0]).toMatchObject({ from: 'stadt@example.org', to: 'ulme@example.org' })
    expect(headerOf(smtp.mails[0] ?? { from: '', to: '', source: '' }, 'Auto-Submitted')).toBe(
      'auto-generated',
    )
    const rows = await queuedMailModel(database.connection).find().lean()
    expect(rows.map(({ state, mail }) => [state, mail])).toEqual([
      ['sent', undefined],
      ['sent', undefined],
    ])
  })

  it('are sent by one of several instances', async () => {
    const queues = [open(), open(), open()]
    for (let number = 0; number < 12; number++) await queues[number % 3]?.enqueue(`mail ${number}`, mail())
    await Promise.all(queues.map(queue => queue.work()))
    await Promise.all(queues.map(queue => queue.work()))
    expect(smtp.mails).toHaveLength(12)
  })

  it('wait longer after each failure, and go out when the server is back', async () => {
    const queue = open()
    smtp.misbehave('451 later')
    await queue.enqueue('a', mail())
    await queue.work()
    expect(await queue.counts()).toEqual({ waiting: 1, sent: 0, failed: 0 })
    smtp.misbehave(null)
    await queue.work()
    expect(smtp.mails).toHaveLength(0)
    now += backoffMs(1)
    await queue.work()
    expect(smtp.mails).toHaveLength(1)
    expect([1, 2, 3, 20].map(backoffMs)).toEqual([60_000, 120_000, 240_000, 21_600_000])
  })

  it('are given up when there is no such mailbox', async () => {
    const queue = open()
    smtp.misbehave('550 no such user')
    await queue.enqueue('a', mail())
    await queue.work()
    expect(await queue.counts()).toEqual({ waiting: 0, sent: 0, failed: 1 })
  })

  it('keep their Message-ID when the answer was lost, so that they are shown once', async () => {
    const queue = open()
    smtp.misbehave('hang-up')
    await queue.enqueue('a', mail())
    await queue.work()
    smtp.misbehave(null)
    now += backoffMs(1)
    await queue.work()
    expect(smtp.mails).toHaveLength(2)
    expect(new Set(smtp.mails.map(each => headerOf(each, 'Message-ID'))).size).toBe(1)
  })

  it('become due again when the process that claimed them has died', async () => {
    const rows = queuedMailModel(database.connection)
    const claimed = {
      state: 'waiting',
      attempts: 1,
      dueAt: new Date(now + 120_000),
      createdAt: new Date(now),
    }
    await rows.create({ key: 'left', mail: mail(), ...claimed })
    const queue = open()
    await queue.work()
    expect(smtp.mails).toHaveLength(0)
    now += 120_000
    await queue.work()
    expect(smtp.mails).toHaveLength(1)
  })

  it.each([
    ['a subject with a second header', mail('Hallo\r\nBcc: alle@example.org')],
    ['an address with a second one', mail('Hallo', 'a@example.org\r\nBcc: b@example.org')],
    ['an address that is a list', mail('Hallo', 'a@example.org, b@example.org')],
    ['a header that ends early', { ...mail(), headers: { 'X-Sign': 'a\r\nBcc: b@example.org' } }],
  ])('never carry %s', async (_what, bad) => {
    const queue = open()
    await expect(queue.enqueue('bad', bad)).rejects.toThrow()
    await queue.work()
    expect(smtp.mails).toHaveLength(0)
  })
})

describe('the outbox', () => {
  it('keeps one file for each mail, also when it is delivered twice', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'randnotiz-outbox-'))
    const outbox = createOutbox(join(directory, 'outbox'), 'Stadt <stadt@example.org>')
    const delivery = { ...mail('Grüße aus Hiddesen'), headers: {}, messageId: '<a@example.org>' }
    await outbox.send(delivery)
    await outbox.send(delivery)
    const files = await outbox.list()
    expect(files).toHaveLength(1)
    expect(await outbox.read(files[0]?.name ?? '')).toContain('To: ulme@example.org')
    expect(await outbox.read('../session-secret')).toBeNull()
    await rm(directory, { recursive: true })
  })
})
