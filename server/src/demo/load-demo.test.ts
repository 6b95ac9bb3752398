import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ownDatabaseSettings } from '@randnotiz/test-kit/own-database'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type App, startApp } from '../app.js'
import { readConfig } from '../config.js'
import { openDatabase } from '../platform/mongo/database.js'
import { startServerProcess } from '../testing/server-process.js'
import { demoAnnotations } from './content/annotations.js'
import { demoDocuments } from './content/documents.js'
import { demoCases } from './content/moderation.js'
import { demoGuests, demoPeople } from './content/people.js'
import { demoReleases } from './content/releases.js'

let dataDir: string
let database: Record<string, string>
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'randnotiz-demo-'))
  database = ownDatabaseSettings()
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const collections = [
  'users',
  'credentials',
  'processes',
  'documents',
  'annotations',
  'textStates',
  'moderationReports',
  'moderationDecisions',
  'releases',
] as const

async function countAll(): Promise<Record<string, number>> {
  const { connection, close } = await openDatabase({ mongodbUri: database.MONGODB_URI, dataDir })
  const counts = await Promise.all(
    collections.map(async name => [name, await connection.collection(name).countDocuments()] as const),
  )
  const replies = await connection
    .collection('annotations')
    .aggregate([{ $unwind: '$replies' }, { $count: 'count' }])
    .toArray()
  await close()
  return Object.fromEntries([...counts, ['replies', replies[0]?.count ?? 0]])
}

function start(env: Record<string, string> = {}): Promise<App> {
  return startApp(readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'fatal', ...database, ...env }))
}

const complete = {
  users: demoPeople.length + demoGuests.length,
  credentials: demoPeople.length,
  processes: 1,
  documents: demoDocuments.length,
  moderationReports: 1,
  moderationDecisions: 1,
  annotations:
    demoAnnotations.length + demoCases.length + demoReleases.flatMap(({ accepted = [] }) => accepted).length,
  releases: demoReleases.length,
  replies: demoAnnotations.reduce((sum, { replies = [] }) => sum + replies.length, 0),
}

it('is there once, however often and wherever loading was killed', { timeout: 120_000 }, async () => {
  const seed = Date.now() % 1_000_000
  for (let round = 0; round < 4; round++) {
    const server = startServerProcess({ PORT: '0', DATA_DIR: dataDir, DEMO: 'auto', ...database })
    // Not waiting for something, but striking at an arbitrary moment of the loading.
    await delay(600 + ((seed * (round + 7)) % 1_900))
    server.child.kill('SIGKILL')
    await server.ended
  }
  await (await start()).close()
  expect(await countAll(), `moments of the kills: seed ${seed}`).toMatchObject(complete)
})

it('is loaded once, not at every start', async () => {
  await (await start()).close()
  const first = await countAll()
  await (await start()).close()
  expect(await countAll()).toEqual(first)
})

it('stays away when it is switched off', async () => {
  await (await start({ DEMO: 'off' })).close()
  expect(await countAll()).toMatchObject({ users: 0, processes: 0, documents: 0, annotations: 0 })
})
