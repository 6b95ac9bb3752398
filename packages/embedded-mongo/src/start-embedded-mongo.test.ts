import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterEach, expect, test } from 'vitest'
import { type EmbeddedMongo, type EmbeddedMongoOptions, startEmbeddedMongo } from './start-embedded-mongo.js'

const cleanups: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'em-'))
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

async function start(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const database = await startEmbeddedMongo(options)
  cleanups.push(() => database.close())
  return database
}

async function connect(uri: string): Promise<mongoose.Connection> {
  const connection = await mongoose.createConnection(uri).asPromise()
  cleanups.push(() => connection.close())
  return connection
}

test('mongoose connects with the uri alone, and what it wrote is there after a restart', async () => {
  const dataDir = temporaryDirectory()
  const first = await startEmbeddedMongo({ dataDir })
  const writer = await mongoose.createConnection(first.uri).asPromise()
  await writer.collection('notes').insertOne({ text: 'a note in the margin' })
  await writer.close()
  await first.close()

  const reader = await connect((await start({ dataDir })).uri)
  expect(await reader.collection('notes').findOne({ text: /margin/ })).toMatchObject({
    text: 'a note in the margin',
  })
})

test('socket and data are open to their owner only', async () => {
  const dataDir = temporaryDirectory()
  await start({ dataDir })
  const names = readdirSync(dataDir)
  expect(names.map(name => name.replace(/-\w+/, '')).sort()).toEqual(['data.mdb', 'lock.mdb', 'mongo.sock'])
  for (const name of names) expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)
})

test('a data directory too deep for a socket path works and leaves no socket behind', async () => {
  const dataDir = join(temporaryDirectory(), 'deep'.repeat(30))
  const database = await startEmbeddedMongo({ dataDir })
  const connection = await mongoose.createConnection(database.uri).asPromise()
  await connection.collection('notes').insertOne({ text: 'deep' })
  await connection.close()
  const socket = decodeURIComponent(/^mongodb:\/\/(.*)\/randnotiz/.exec(database.uri)?.[1] ?? '')
  expect(statSync(socket).mode & 0o777).toBe(0o600)
  await database.close()
  expect(() => statSync(socket)).toThrow('ENOENT')
})

test('a second server on the same directory is refused with one sentence; the first goes on', async () => {
  const dataDir = temporaryDirectory()
  const { uri } = await start({ dataDir })
  const connection = await connect(uri)
  await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow(
    `The data directory ${dataDir} is already in use by another server (process ${process.pid}).`,
  )
  await connection.collection('notes').insertOne({ text: 'still here' })
  expect(await connection.collection('notes').countDocuments()).toBe(1)
})

test('of several simultaneous starts exactly one wins', async () => {
  const dataDir = temporaryDirectory()
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => start({ dataDir })))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('over TCP only the secret in the uri opens the database', async () => {
  const { uri } = await start({ dataDir: temporaryDirectory(), transport: 'tcp' })
  const connection = await connect(uri)
  await connection.collection('notes').insertOne({ text: 'secret' })

  const withoutSecret = uri.replace(/\/\/.*@/, '//').replace(/&auth.*$/, '')
  const stranger = await connect(withoutSecret)
  await expect(stranger.collection('notes').findOne()).rejects.toMatchObject({ code: 13 })

  const wrongSecret = uri.replace(/:[^:@]*@/, ':wrong@')
  await expect(mongoose.createConnection(wrongSecret).asPromise()).rejects.toMatchObject({ code: 18 })
})

test('a backup made while writes go on opens as a database of its own', async () => {
  const database = await start({ dataDir: temporaryDirectory() })
  const notes = (await connect(database.uri)).collection<{ _id: number }>('notes')
  for (let _id = 0; _id < 50; _id++) await notes.insertOne({ _id })
  let writing = true
  const writer = (async () => {
    for (let _id = 50; writing; _id++) await notes.insertOne({ _id })
  })()
  const copy = temporaryDirectory()
  await database.backup(copy)
  writing = false
  await writer

  const restored = (await connect((await start({ dataDir: copy })).uri)).collection<{ _id: number }>('notes')
  const ids = (await restored.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)
  expect(ids.length).toBeGreaterThanOrEqual(50)
  expect(ids).toEqual(ids.map((_, i) => i))
  expect(await restored.estimatedDocumentCount()).toBe(ids.length)
})
