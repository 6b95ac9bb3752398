import { join } from 'node:path'
import { startEmbeddedMongo } from '@randnotiz/embedded-mongo'
import mongoose, { type Connection } from 'mongoose'

export type Database = { connection: Connection; close(): Promise<void> }

export type DatabaseAddress = {
  /** Undefined: the embedded database in the data directory. */
  mongodbUri: string | undefined
  dataDir: string
}

const databaseName = 'randnotiz'

/**
 * One path for both databases: mongoose over MongoDB's wire protocol. A write is answered when it is in the journal of
 * a majority; what a person has seen confirmed must survive the loss of a machine.
 */
export async function openDatabase({ mongodbUri, dataDir }: DatabaseAddress): Promise<Database> {
  const embedded =
    mongodbUri === undefined ? await startEmbeddedMongo({ dataDir: join(dataDir, 'database') }) : null
  const uri = embedded?.uri ?? mongodbUri ?? ''
  const connection = mongoose.createConnection(uri, {
    ...(embedded ? { dbName: databaseName } : {}),
    autoIndex: false,
    autoCreate: false,
    serverSelectionTimeoutMS: 10_000,
    writeConcern: { w: 'majority', journal: true },
  })
  try {
    await connection.asPromise()
  } catch (error) {
    await connection.close()
    await embedded?.close()
    throw error
  }
  return {
    connection,
    close: async () => {
      await connection.close()
      await embedded?.close()
    },
  }
}
