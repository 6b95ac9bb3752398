import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { askForResults, confirmResults, forgetResults } from '@randnotiz/contract/workshops/results-mail'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../platform/mongo/database.js'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { wordsOf } from '../../../testing/smtp-server.js'
import { proveWork } from '../../../testing/solve-challenge.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'
import { startTestMongo, type TestMongo } from '../../../testing/test-database.js'
import { accepted, newKey, type Phone, refusalOf } from '../testing/hall.js'
import { HandClock, leave, runWholeWorkshop, type WholeWorkshop } from '../testing/whole-workshop.js'

/** Addresses left for one workshop, without a mail server: what is sent lies in the outbox. */
const clock = new HandClock()
let mongo: TestMongo
let database: Database
let app: TestApp
let workshop: WholeWorkshop
beforeAll(async () => {
  mongo = await startTestMongo()
  database = await openDatabase({ mongodbUri: mongo.uri, dataDir: '' })
  app = await startTestApp({ clientDist: '', clock, env: { MONGODB_URI: mongo.uri } })
})
beforeEach(async () => {
  clock.later(6 * 60)
  workshop = await runWholeWorkshop(app, clock)
})
afterEach(() => leave(workshop))
afterAll(async () => {
  await app.close()
  await database.close()
  await mongo.close()
})

async function ask(email: string, { phone = workshop.phones[0], language = 'de' }: Asking = {}) {
  if (!phone) throw new Error('nobody came')
  const params = { workshopId: phone.workshopId() }
  const body = { key: phone.key, email, language }
  return callEndpoint(app.url, askForResults, { params, body, headers: await proveWork(app.url) })
}
type Asking = { phone?: Phone | undefined; language?: Language }

async function mailsTo(email: string): Promise<string[]> {
  const directory = join(app.dataDir, 'outbox')
  const names = (await readdir(directory).catch(() => [])).filter(name => name.endsWith('.eml'))
  const mails = await Promise.all(names.map(name => readFile(join(directory, name), 'utf8')))
  return mails.filter(mail => mail.includes(`To: ${email}`))
}

async function tokenFor(email: string): Promise<string> {
  let token = ''
  await until('the mail that asks', async () => {
    for (const mail of await mailsTo(email)) {
      const words = wordsOf({ from: '', to: email, source: mail })
      token = /werkstatt-ergebnisse\?token=([\w.-]+)/.exec(words)?.[1] ?? token
    }
    return token !== ''
  })
  return token
}

const confirm = (token: string) => callEndpoint(app.url, confirmResults, { body: { token } })

const told = async (email: string) =>
  (await mailsTo(email)).filter(mail =>
    wordsOf({ from: '', to: email, source: mail }).includes(`/werkstatt/${workshop.desk.view.workshopId}/`),
  )

/** All that the database still knows of an address. */
async function traces(email: string): Promise<string[]> {
  const found: string[] = []
  for (const { name } of await database.connection.listCollections()) {
    const rows = await database.connection.collection(name).find().toArray()
    if (JSON.stringify(rows).includes(email)) found.push(name)
  }
  return found
}

describe('an address that was left', () => {
  it('is kept nowhere before its owner says yes, gets the minutes once, and is forgotten', async () => {
    const email = 'einmal@example.org'
    accepted(await ask(email))
    const token = await tokenFor(email)
    expect(await traces(email)).toEqual([])
    expect(accepted(await confirm(token))).toEqual({ title: 'Werkstatt am Marktplatz', state: 'kept' })
    accepted(await confirm(token))
    expect(await traces(email)).toEqual(['workshopResultsAddresses'])
    expect(await told(email)).toHaveLength(0)
    await workshop.desk.must({ move: 'publish' })
    await until('the minutes are told', async () => (await told(email)).length === 1)
    await until('the address is forgotten', async () => (await traces(email)).length === 0)
    accepted(await confirm(token))
    expect(await told(email)).toHaveLength(1)
  })

  it('is told at once when the minutes are out already, in the language it was left in', async () => {
    const email = 'later@example.org'
    await workshop.desk.must({ move: 'publish' })
    accepted(await ask(email, { language: 'en' }))
    expect(accepted(await confirm(await tokenFor(email)))).toMatchObject({ state: 'sent' })
    await until('the minutes are told', async () => (await told(email)).length === 1)
    const [mail = ''] = await told(email)
    expect(wordsOf({ from: '', to: email, source: mail })).toContain('The minutes of the workshop')
    await until('the address is forgotten', async () => (await traces(email)).length === 0)
  })

  it('is forgotten when its owner wants that, and when nobody publishes anything in a year', async () => {
    const [first, second] = ['doch-nicht@example.org', 'vergessen@example.org']
    for (const email of [first, second]) {
      accepted(await ask(email))
      accepted(await confirm(await tokenFor(email)))
    }
    accepted(await callEndpoint(app.url, forgetResults, { body: { token: await tokenFor(first) } }))
    expect(await traces(first)).toEqual([])
    expect(await traces(second)).toHaveLength(1)
    clock.later(366 * 24 * 60)
    await app.restart()
    expect(await traces(second)).toEqual([])
  })

  it('is told after a crash between publishing and telling', async () => {
    const email = 'neustart@example.org'
    accepted(await ask(email))
    const token = await tokenFor(email)
    await workshop.desk.must({ move: 'publish' })
    // As if the process had died before it came to this address.
    await database.connection.collection('workshopResultsAddresses').insertOne({
      workshopId: await workshopObjectId(),
      ...{ email, language: 'de', nonce: 'after-a-crash', keptAt: clock.now() },
    })
    await app.restart()
    await until('the minutes are told', async () => (await told(email)).length === 1)
    await until('the address is forgotten', async () => (await traces(email)).length === 0)
    expect(refusalOf(await confirm(token))).toBeNull()
  })
})

async function workshopObjectId() {
  const rows = await database.connection.collection('workshops').find().toArray()
  return rows.find(({ _id }) => String(_id) === workshop.desk.view.workshopId)?._id
}

describe('whoever has no seat, no token or no end', () => {
  it('cannot make the server write to anybody', async () => {
    const params = { workshopId: workshop.desk.view.workshopId }
    const body = { key: newKey(), email: 'fremd@example.org', language: 'de' } as const
    const headers = await proveWork(app.url)
    const again = await proveWork(app.url)
    expect(refusalOf(await callEndpoint(app.url, askForResults, { params, body, headers }))).toBe(
      'workshops/no-seat',
    )
    expect(
      refusalOf(
        await callEndpoint(app.url, askForResults, {
          params,
          body: { ...body, email: 'keine' },
          headers: again,
        }),
      ),
    ).toBe('request/invalid')
    expect(refusalOf(await confirm('nicht.unseres'))).toBe('accounts/token-invalid')
    expect(await mailsTo('fremd@example.org')).toHaveLength(0)
  })

  it('writes three times in an hour, whatever the addresses', async () => {
    for (const n of [1, 2, 3]) accepted(await ask(`viele${n}@example.org`))
    expect(refusalOf(await ask('viele4@example.org'))).toBe('request/too-many')
  })

  it('is not asked in a rehearsal', async () => {
    const rehearsal = await runWholeWorkshop(app, clock, { rehearsal: true })
    expect(refusalOf(await ask('probe@example.org', { phone: rehearsal.phones[0] }))).toBe(
      'workshops/not-now',
    )
    leave(rehearsal)
  })
})
