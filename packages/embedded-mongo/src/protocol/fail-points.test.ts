import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterEach, expect, test } from 'vitest'
import { startEmbeddedMongo } from '../start-embedded-mongo.js'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function connect(options: { failPoints?: boolean }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'em-'))
  const database = await startEmbeddedMongo({ dataDir, ...options })
  const client = await new mongoose.mongo.MongoClient(database.uri, { retryReads: false }).connect()
  cleanups.push(async () => {
    await client.close()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const configure = (mode: unknown, data: object = {}) =>
    client.db('admin').command({ configureFailPoint: 'failCommand', mode, data })
  return { notes: client.db().collection('notes'), configure }
}

test('nobody can make an ordinary server fail', async () => {
  const { configure } = await connect({})
  await expect(configure({ times: 1 })).rejects.toMatchObject({ code: 59 })
})

test('commands fail as often as they are told to, and in the way they are told to', async () => {
  const { notes, configure } = await connect({ failPoints: true })
  const failCommands = ['insert']

  await configure({ times: 2 }, { failCommands, errorCode: 91, errorLabels: ['Label'] })
  const refused = { code: 91, errorResponse: { errorLabels: ['Label'] } }
  await expect(notes.insertOne({})).rejects.toMatchObject(refused)
  expect(await notes.countDocuments()).toBe(0)
  await expect(notes.insertOne({})).rejects.toMatchObject(refused)
  await notes.insertOne({})

  await configure({ times: 1 }, { failCommands, closeConnection: true })
  await expect(notes.insertOne({})).rejects.toMatchObject({ name: 'MongoNetworkError' })

  await configure('alwaysOn', { failCommands, writeConcernError: { code: 64, errmsg: 'too few' } })
  await expect(notes.insertOne({})).rejects.toMatchObject({ code: 64 })
  await configure('off')
  await notes.insertOne({})
  expect(await notes.countDocuments()).toBe(3)
})
