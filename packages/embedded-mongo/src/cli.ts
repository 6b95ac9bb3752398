/** The command line of the embedded database: see `USAGE`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Transport } from './server-address.js'
import { startEmbeddedMongo } from './start-embedded-mongo.js'

const USAGE = `usage:
  backup  <data directory> <new directory>     a verified copy, while the server runs or not
  restore <backup> <new data directory>        the way back
  export  <data directory or mongodb://…> <directory>   Extended JSON, one document a line
  import  <directory> <data directory or mongodb://…>   the way back, or into a real MongoDB
          In place of the lines' directory both take the mongodb://… of the other side.
  serve   <data directory> [tcp]               only the database; prints its connection string`

const COMMANDS: Record<string, (from: string, to: string) => Promise<string | undefined>> = {
  backup: async (dataDir, target) => {
    const { backupDataDirectory } = await copying()
    return counted('Backed up', await backupDataDirectory(dataDir, target))
  },
  restore: async (backup, dataDir) => {
    const { restoreBackup } = await copying()
    return counted('Restored', await restoreBackup(backup, dataDir))
  },
  export: async (source, target) =>
    counted('Exported', await (isUri(target) ? carry(source, target) : exportFrom(source, target))),
  import: async (source, target) =>
    counted('Imported', await (isUri(source) ? carry(source, target) : importInto(source, target))),
  serve: (dataDir, transport) => serve(dataDir, transport === 'tcp' ? 'tcp' : 'automatic'),
}

const counted = (
  verb: string,
  { collections, documents }: { collections: number; documents: number },
): string => `${verb} ${documents} documents in ${collections} collections.`

const isUri = (place: string): boolean => /^mongodb(\+srv)?:\/\//.test(place)

// What `serve` does not need is loaded when it is needed: the driver takes most of a start.
const copying = () => import('./backup.js')
const transfer = () => import('./extended-json-lines.js')

/** A data directory is exported from a copy, so that its server may go on running. */
async function exportFrom(source: string, directory: string) {
  const { exportAll } = await transfer()
  if (isUri(source)) return exportAll(source, directory)
  const { backupDataDirectory } = await copying()
  return withTemporaryDirectory(async copy => {
    await backupDataDirectory(source, copy)
    return withServer(copy, uri => exportAll(uri, directory))
  })
}

async function importInto(directory: string, target: string) {
  const { importAll } = await transfer()
  return isUri(target) ? importAll(directory, target) : withServer(target, uri => importAll(directory, uri))
}

/** From one database into another one, through lines that nobody keeps. */
const carry = (source: string, target: string) =>
  withTemporaryDirectory(async lines => {
    await exportFrom(source, lines)
    return importInto(lines, target)
  })

async function withTemporaryDirectory<R>(work: (directory: string) => Promise<R>): Promise<R> {
  const directory = mkdtempSync(join(tmpdir(), 'embedded-mongo-lines-'))
  try {
    return await work(directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** The connection string names no database, so that all of them are meant. */
async function withServer<R>(dataDir: string, work: (uri: string) => Promise<R>): Promise<R> {
  const database = await startEmbeddedMongo({ dataDir, database: '' })
  try {
    return await work(database.uri)
  } finally {
    await database.close()
  }
}

async function serve(dataDir: string, transport: Transport): Promise<undefined> {
  const database = await startEmbeddedMongo({ dataDir, transport })
  process.stdout.write(`${database.uri}\n`)
  await new Promise<void>(resolve => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await database.close()
}

async function main([name = '', from, to = '']: string[]): Promise<void> {
  const command = COMMANDS[name]
  if (!command || !from || (name !== 'serve' && !to)) {
    process.stderr.write(`${USAGE}\n`)
    process.exitCode = 2
    return
  }
  try {
    const outcome = await command(from, to)
    if (outcome) process.stdout.write(`${outcome}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

await main(process.argv.slice(2))
