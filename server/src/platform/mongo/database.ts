import { join } from 'node:path'
import { type EmbeddedMongo, startEmbeddedMongo } from '@randnotiz/embedded-mongo'
import mongoose, { type Connection } from 'mongoose'

export type Database = {
  connection: Connection
  /** Whether it answers right now. */
  answers(): Promise<boolean>
  close(): Promise<void>
}

/** It cannot be opened; the message is one line for the person who starts the server. */
export class DatabaseError extends Error {}

export type DatabaseAddress = {
  /** Undefined: the embedded database in the data directory. */
  mongodbUri: string | undefined
  dataDir: string
}

/**
 * One path for both databases: mongoose over MongoDB's wire protocol. A write is answered when it is in the journal of
 * a majority; what a person has seen confirmed must survive the loss of a machine.
 */
export async function openDatabase({ mongodbUri, dataDir }: DatabaseAddress): Promise<Database> {
  const embedded = mongodbUri === undefined ? await openEmbedded(dataDir) : null
  const connection = mongoose.createConnection(embedded?.uri ?? mongodbUri ?? '', {
    autoIndex: false,
    autoCreate: false,
    serverSelectionTimeoutMS: 10_000,
    writeConcern: { w: 'majority', journal: true },
  })
  const close = async () => {
    await connection.close()
    await embedded?.close()
  }
  try {
    await connection.asPromise()
  } catch (error) {
    await close()
    throw new DatabaseError(`The database does not answer, see MONGODB_URI: ${oneLine(error)}`)
  }
  return { connection, answers: () => ping(connection), close }
}

async function openEmbedded(dataDir: string): Promise<EmbeddedMongo> {
  try {
    return await startEmbeddedMongo({ dataDir: join(dataDir, 'database') })
  } catch (error) {
    throw new DatabaseError(`The database in ${dataDir} cannot be opened: ${oneLine(error)}`)
  }
}

async function ping(connection: Connection): Promise<boolean> {
  try {
    await connection.db?.command({ ping: 1 }, { timeoutMS: 2_000 })
    return connection.readyState === mongoose.ConnectionStates.connected
  } catch {
    return false
  }
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ')
}
