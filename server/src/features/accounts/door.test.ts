import type { Role } from '@randnotiz/contract/accounts/role'
import { Types } from 'mongoose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemClock } from '../../platform/clock.js'
import { createEventBus, type EventBus } from '../../platform/domain-events.js'
import { createMemoryLimiter } from '../../platform/limits/rate-limiter.js'
import { createLogger } from '../../platform/logger.js'
import type { Database } from '../../platform/mongo/database.js'
import { migrate } from '../../platform/mongo/migrations.js'
import { openTestDatabase } from '../../testing/test-database.js'
import { type Accounts, accountMigrations, openAccounts } from './index.js'

let database: Database
let accounts: Accounts
let events: EventBus
const roleChanges: string[] = []
beforeAll(async () => {
  database = await openTestDatabase()
  await migrate(database.connection, accountMigrations)
  const log = createLogger('silent')
  events = createEventBus(log)
  events.on('accounts/role-changed', ({ userId }) => void roleChanges.push(userId))
  const limiter = createMemoryLimiter(() => systemClock.now().getTime())
  const { connection } = database
  const secret = 'only for this test, and long enough'
  accounts = openAccounts({
    connection,
    secret,
    address: 'http://localhost',
    log,
    events,
    limiter,
    clock: systemClock,
  })
})
afterAll(() => database.close())

const account = (name: string, role: Role = 'participant') => ({
  email: `${name}@example.org`,
  pseudonym: name,
  password: 'ein langer Satz',
  role,
})
const count = (name: string) => database.connection.collection(name).countDocuments()

it('creates an account once, and completes one that a crash left without a password', async () => {
  await accounts.create(account('ulme'))
  await accounts.create({ ...account('ulme'), email: 'ULME@example.org' })
  expect([await count('users'), await count('credentials')]).toEqual([1, 1])

  await database.connection.collection('credentials').deleteMany({})
  await accounts.create(account('ulme'))
  expect([await count('users'), await count('credentials')]).toEqual([1, 1])
})

it('knows how people sign, and nobody of an unknown id', async () => {
  await accounts.create(account('linde', 'editor'))
  const linde = await accounts.authorByPseudonym('LINDE')
  expect(linde).toMatchObject({ pseudonym: 'linde', staff: true })
  expect(await accounts.authorByPseudonym('niemand')).toBeNull()
  if (!linde) throw new Error('not there')
  const stranger = new Types.ObjectId().toHexString() as typeof linde.id
  expect([...(await accounts.authors([linde.id, stranger, linde.id])).values()]).toEqual([linde])
})

it('says when a role has changed, and not when it stays', async () => {
  await accounts.create(account('esche'))
  const esche = await accounts.authorByPseudonym('esche')
  if (!esche) throw new Error('not there')
  await accounts.changeRole(esche.id, 'moderator')
  await accounts.changeRole(esche.id, 'moderator')
  expect(roleChanges).toEqual([esche.id])
  expect(await accounts.authorByPseudonym('esche')).toMatchObject({ staff: true })
})

it('moves a guest’s things again until whoever has them says that they are moved', async () => {
  await accounts.create(account('eibe'))
  const eibe = await accounts.authorByPseudonym('eibe')
  if (!eibe) throw new Error('not there')
  const users = database.connection.collection('users')
  const { insertedId } = await users.insertOne({
    name: 'Gast',
    email: 'gast@guest.invalid',
    pseudonymKey: 'gast',
    role: 'guest',
    colour: '#123456',
    mergedInto: new Types.ObjectId(eibe.id),
    mergeSettled: false,
  })
  const guest = insertedId.toHexString() as typeof eibe.id
  expect([...(await accounts.authors([guest])).values()]).toEqual([eibe])

  const moved: { from: string; into: string }[] = []
  let fails = true
  events.on('accounts/merged', async event => {
    if (fails) throw new Error('the database is away')
    moved.push(event)
  })
  await accounts.settle()
  fails = false
  await accounts.settle()
  await accounts.settle()
  expect(moved).toEqual([{ from: guest, into: eibe.id }])
  await accounts.create({ ...account('gast'), email: 'anders@example.org' })
  expect(await accounts.authorByPseudonym('gast')).toMatchObject({ kind: 'account' })
})
