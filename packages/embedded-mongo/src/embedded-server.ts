/** The server in one thread: store, lock, engine and socket, started and stopped in the right order. */

import { mkdirSync, realpathSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { DataDirectoryLock } from './data-directory-lock.js'
import { Engine } from './engine.js'
import { Connection } from './protocol/connection.js'
import { type Executor, FailPoints } from './protocol/fail-points.js'
import { OPEN_GATE, SecretGate, USER_NAME } from './protocol/gatekeeper.js'
import { type Announcement, ReplicaSetAnnouncement } from './protocol/replica-set-announcement.js'
import {
  connectionString,
  forgetSocket,
  listenPrivately,
  type ServerAddress,
  type Transport,
} from './server-address.js'
import { Store } from './storage/store.js'

export interface ServerOptions {
  dataDir: string
  /** Database of the connection string. */
  database: string
  transport: Transport
  expiryIntervalMs: number
  failPoints: boolean
  announces: Announcement
  reportBug: (error: unknown) => void
}

export interface EmbeddedServer {
  uri: string
  /** Copies the newest state into a directory, consistently. */
  copyTo(directory: string): Promise<void>
  /** Ends connections, waits for writes on their way, gives the directory back. */
  close(): Promise<void>
}

/** Throws `DirectoryInUse`. */
export async function startServer(options: ServerOptions): Promise<EmbeddedServer> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const dataDir = realpathSync(options.dataDir)
  const store = new Store(dataDir)
  try {
    return await serve(store, { ...options, dataDir })
  } catch (error) {
    await store.close()
    throw error
  }
}

async function serve(store: Store, options: ServerOptions): Promise<EmbeddedServer> {
  const lock = new DataDirectoryLock(store, options.dataDir)
  const former = await lock.examine()
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true, pauseOnConnect: true })
  const address = await listenPrivately(server, options.dataDir, options.transport)
  const stopListening = async () => {
    const closed = new Promise(resolve => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
    if (address.kind === 'unix') forgetSocket(address.path)
  }
  try {
    lock.claim(former, address)
  } catch (error) {
    await stopListening()
    throw error
  }
  const engine = new Engine(store, options)
  const executor = executorFor(engine, options)
  server.on('connection', socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    new Connection(socket, executor, gateFor(address))
    socket.resume()
  })
  return {
    uri: connectionString(address, options.database, USER_NAME),
    copyTo: directory => store.copyTo(directory),
    close: async () => {
      engine.stopTimers()
      await stopListening()
      lock.release()
      await store.close()
    },
  }
}

function executorFor(engine: Engine, { failPoints, announces }: ServerOptions): Executor {
  const executor = failPoints ? new FailPoints(engine) : engine
  return announces === 'replica-set' ? new ReplicaSetAnnouncement(executor) : executor
}

const gateFor = (address: ServerAddress) =>
  address.kind === 'tcp' ? new SecretGate(address.secret) : OPEN_GATE
