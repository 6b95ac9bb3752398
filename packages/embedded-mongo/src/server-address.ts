/**
 * Where the server listens. A unix socket that only the owner may open is best; its path must fit into `sun_path` (about
 * 100 bytes), so a deep data directory gets a socket in a private temporary directory instead. Where unix sockets do not
 * exist, TCP on loopback with a random secret.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

export type ServerAddress = { kind: 'unix'; path: string } | { kind: 'tcp'; port: number; secret: string }

export type Transport = 'automatic' | 'tcp'

/** macOS allows 104 bytes including the ending zero, Linux 108. */
const MAX_SOCKET_PATH_BYTES = 100
const LOOPBACK = '127.0.0.1'
const TEMPORARY_PREFIX = 'embedded-mongo-'

export async function listenPrivately(
  server: Server,
  dataDir: string,
  transport: Transport,
): Promise<ServerAddress> {
  if (transport === 'automatic' && process.platform !== 'win32') {
    for (const choosePath of [socketInDataDirectory, socketInTemporaryDirectory]) {
      const path = choosePath(dataDir)
      if (path && (await listensOn(server, path))) return { kind: 'unix', path }
    }
  }
  return listenOnLoopback(server)
}

function socketInDataDirectory(dataDir: string): string | undefined {
  const path = join(dataDir, `mongo-${randomBytes(4).toString('hex')}.sock`)
  return Buffer.byteLength(path) <= MAX_SOCKET_PATH_BYTES ? path : undefined
}

const socketInTemporaryDirectory = (): string =>
  join(mkdtempSync(join(tmpdir(), TEMPORARY_PREFIX)), 'mongo.sock')

/** False where the file system or platform has no unix sockets. */
async function listensOn(server: Server, path: string): Promise<boolean> {
  try {
    await listening(server, () => server.listen(path))
    chmodSync(path, 0o600)
    return true
  } catch {
    forgetSocket(path)
    return false
  }
}

async function listenOnLoopback(server: Server): Promise<ServerAddress> {
  await listening(server, () => server.listen(0, LOOPBACK))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { kind: 'tcp', port: address.port, secret: randomBytes(24).toString('base64url') }
}

function listening(server: Server, listen: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => {
      server.off('error', reject)
      resolve()
    })
    listen()
  })
}

/** Removes what a unix socket leaves behind: its file, and its temporary directory. */
export function forgetSocket(path: string): void {
  const directory = dirname(path)
  const isTemporary = basename(directory).startsWith(TEMPORARY_PREFIX)
  rmSync(isTemporary ? directory : path, { recursive: isTemporary, force: true })
}

/** A connection string for the driver. */
export function connectionString(address: ServerAddress, database: string, userName: string): string {
  if (address.kind === 'unix') {
    return `mongodb://${encodeURIComponent(address.path)}/${database}?directConnection=true`
  }
  const login = `${userName}:${address.secret}@`
  const options = 'directConnection=true&authMechanism=PLAIN&authSource=%24external'
  return `mongodb://${login}${LOOPBACK}:${address.port}/${database}?${options}`
}
