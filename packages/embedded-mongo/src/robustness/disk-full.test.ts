import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, expect, test } from 'vitest'
import { startDatabaseProcess } from './database-process.js'

const OUT_OF_DISK_SPACE = 14031
const directories: string[] = []

afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
})

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'em-'))
  directories.push(directory)
  return directory
}

test.skipIf(process.platform === 'win32')(
  'a full disk refuses writes with an error, loses nothing, and reading goes on',
  async () => {
    const dataDir = temporaryDirectory()
    const limited = await startDatabaseProcess(dataDir, { fileSizeKiB: 4096 })
    const client = await new mongoose.mongo.MongoClient(limited.uri).connect()
    const notes = client.db().collection<{ _id: number; text: string }>('notes')
    const text = 'x'.repeat(50_000)
    let stored = 0
    const fill = async () => {
      for (; stored < 1000; stored++) await notes.insertOne({ _id: stored, text })
    }
    await expect(fill()).rejects.toMatchObject({ code: OUT_OF_DISK_SPACE })
    expect(stored).toBeGreaterThan(10)

    // Also a write that would fit is refused: nobody knows what reached the disk.
    await expect(notes.insertOne({ _id: -1, text: 'small' })).rejects.toMatchObject({
      code: OUT_OF_DISK_SPACE,
    })
    await expect(notes.updateOne({ _id: 0 }, { $set: { text: '' } })).rejects.toMatchObject({
      code: OUT_OF_DISK_SPACE,
    })
    expect(await notes.countDocuments()).toBe(stored)
    expect(await notes.estimatedDocumentCount()).toBe(stored)
    expect((await notes.findOne({ _id: stored - 1 }))?.text).toBe(text)
    await client.close()
    expect(await limited.stop()).toBe(0)

    const roomy = await startDatabaseProcess(dataDir)
    const again = await new mongoose.mongo.MongoClient(roomy.uri).connect()
    const ids = await again
      .db()
      .collection<{ _id: number }>('notes')
      .find()
      .sort({ _id: 1 })
      .map(({ _id }) => _id)
      .toArray()
    expect(ids).toEqual(Array.from({ length: stored }, (_, i) => i))
    await again.db().collection<{ _id: number }>('notes').insertOne({ _id: stored })
    await again.close()
    expect(await roomy.stop()).toBe(0)
  },
)
