import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.js'
import type { Database } from '../mongo/database.js'
import { scheduleModel } from './models.js'
import { openScheduler } from './scheduler.js'

let database: Database
let now: Date
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  now = new Date('2026-05-01T09:10:00.000Z')
  await scheduleModel(database.connection).deleteMany({})
})

const hour = 3_600_000
const nextHour = (moment: Date) => new Date(Math.floor(moment.getTime() / hour) * hour + hour)

function scheduler(run: () => Promise<void>) {
  const failures: unknown[] = []
  const opened = openScheduler({
    connection: database.connection,
    clock: { now: () => now },
    log: { error: details => void failures.push(details) },
  })
  opened.add({ name: 'hourly', next: nextHour, run })
  return { ...opened, failures }
}

describe('recurring work', () => {
  it('runs when it is due, once for all instances, and once for all the times that were missed', async () => {
    let runs = 0
    const run = async () => void runs++
    const instances = [scheduler(run), scheduler(run), scheduler(run)]
    const tick = () => Promise.all(instances.map(instance => instance.tick()))
    await tick()
    expect(runs).toBe(0)
    now = new Date('2026-05-01T10:00:00.000Z')
    await tick()
    await tick()
    expect(runs).toBe(1)
    now = new Date('2026-05-02T17:30:00.000Z')
    await tick()
    await tick()
    expect(runs).toBe(2)
    for (const instance of instances) await instance.close()
  })

  it('is tried again later when it failed', async () => {
    let runs = 0
    const failing = scheduler(async () => {
      if (++runs === 1) throw new Error('no luck')
    })
    await failing.tick()
    now = new Date('2026-05-01T10:00:00.000Z')
    await failing.tick()
    expect(failing.failures).toHaveLength(1)
    now = new Date('2026-05-01T10:11:00.000Z')
    await failing.tick()
    await failing.tick()
    expect(runs).toBe(2)
    await failing.close()
  })
})
