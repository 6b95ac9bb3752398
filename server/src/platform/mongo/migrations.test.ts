import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.js'
import type { Database } from './database.js'
import { withLease } from './lease.js'
import { migrate } from './migrations.js'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.connection.collection('migrations').deleteMany({}))
afterAll(() => database.close())

describe('migrations', () => {
  it('run once, in the order of their ids, also when several instances start at once', async () => {
    const ran: string[] = []
    const migrations = ['2026-02', '2026-01', '2026-03'].map(id => ({
      id,
      run: async () => void ran.push(id),
    }))
    const starts = [1, 2, 3].map(() => migrate(database.connection, migrations))
    const done = (await Promise.all(starts)).filter(ids => ids.length > 0)
    expect(ran).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(done).toEqual([ran])
    expect(
      await migrate(database.connection, [...migrations, { id: '2026-04', run: async () => {} }]),
    ).toEqual(['2026-04'])
  })

  it('that failed run again at the next start, and those before it do not', async () => {
    const ran: string[] = []
    let broken = true
    const migrations = [
      { id: 'a', run: async () => void ran.push('a') },
      {
        id: 'b',
        run: async () => {
          if (broken) throw new Error('half done')
          ran.push('b')
        },
      },
    ]
    await expect(migrate(database.connection, migrations)).rejects.toThrow('half done')
    broken = false
    expect(await migrate(database.connection, migrations)).toEqual(['b'])
    expect(ran).toEqual(['a', 'b'])
  })
})

describe('a lease', () => {
  it('lets one work at a time', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await database.connection.db?.command({ ping: 1 })
      inside -= 1
    }
    await Promise.all(Array.from({ length: 5 }, () => withLease(database.connection, 'test', work)))
    expect(most).toBe(1)
  })

  it('of a holder that died runs out, and one that lives is waited for only so long', async () => {
    const { connection } = database
    const leases = connection.collection('leases')
    const dead = { _id: 'dead' as never, holder: 'gone', expiresAt: new Date(Date.now() + 200) }
    const alive = { _id: 'alive' as never, holder: 'busy', expiresAt: new Date(Date.now() + 60_000) }
    await leases.insertMany([dead, alive])
    expect(await withLease(connection, 'dead', async () => 'done')).toBe('done')
    const impatient = { leaseMs: 1_000, waitMs: 50 }
    await expect(withLease(connection, 'alive', async () => 'done', impatient)).rejects.toThrow(/alive/)
  })
})
