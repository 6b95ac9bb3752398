import type { Role } from '@randnotiz/contract/accounts/role'
import { Types } from 'mongoose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemClock } from '../../platform/clock.js'
import { createEventBus } from '../../platform/domain-events.js'
import { createMemoryLimiter } from '../../platform/limits/rate-limiter.js'
import { createLogger } from '../../platform/logger.js'
import type { Database } from '../../platform/mongo/database.js'
import { migrate } from '../../platform/mongo/migrations.js'
import { openTestDatabase } from '../../testing/test-database.js'
import { type Accounts, accountMigrations, openAccounts } from './index.js'

let database: Database
let accounts: Accounts
const roleChanges: string[] = []
beforeAll(async () => {
  database = await openTestDatabase()
  await migrate(database.connection, accountMigrations)
  const log = createLogger('silent')
  const events = createEventBus(log)
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
