import { copyFileSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { DataDirectoryLock, DirectoryInUse } from './data-directory-lock.js'
import { type EmbeddedServer, startServer } from './embedded-server.js'
import { DATA_FILE, Store } from './storage/store.js'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

function temporaryDirectory(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'em-')))
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

function opened(directory: string): Store {
  const store = new Store(directory)
  cleanups.push(() => store.close())
  return store
}

async function started(dataDir: string, transport: 'automatic' | 'tcp'): Promise<EmbeddedServer> {
  const server = await startServer({
    dataDir,
    transport,
    database: 'test',
    expiryIntervalMs: 60_000,
    failPoints: false,
    announces: 'standalone',
    reportBug: () => undefined,
  })
  cleanups.push(() => server.close())
  return server
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  cleanups.push(() => server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

test.each(['automatic', 'tcp'] as const)('a living owner keeps others out (%s)', async transport => {
  const directory = temporaryDirectory()
  await started(directory, transport)
  await expect(new DataDirectoryLock(opened(directory), directory).examine()).rejects.toThrow(DirectoryInUse)
})

test('an owner whose socket nobody answers is dead, and what it left is removed', async () => {
  const directory = temporaryDirectory()
  const store = opened(directory)
  const leftover = join(directory, 'mongo-dead.sock')
  writeFileSync(leftover, '')
  new DataDirectoryLock(store, directory).claim({ bytes: undefined }, { kind: 'unix', path: leftover })
  await expect(new DataDirectoryLock(store, directory).examine()).resolves.toBeDefined()
  expect(() => realpathSync(leftover)).toThrow('ENOENT')
})

test('a stranger on the port of a dead owner is no owner', async () => {
  const directory = temporaryDirectory()
  const store = opened(directory)
  const stranger = createServer(socket => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  })
  const port = await portOf(stranger)
  new DataDirectoryLock(store, directory).claim({ bytes: undefined }, { kind: 'tcp', port, secret: '' })
  await expect(new DataDirectoryLock(store, directory).examine()).resolves.toBeDefined()
})

test('a claim that was replaced meanwhile is lost', async () => {
  const directory = temporaryDirectory()
  const store = opened(directory)
  const [first, second] = [new DataDirectoryLock(store, directory), new DataDirectoryLock(store, directory)]
  const seen = [await first.examine(), await second.examine()] as const
  const address = { kind: 'unix', path: join(directory, 'mongo.sock') } as const
  first.claim(seen[0], address)
  expect(() => second.claim(seen[1], address)).toThrow(DirectoryInUse)
})

test('the copy of an owned directory is free', async () => {
  const [original, copy] = [temporaryDirectory(), temporaryDirectory()]
  await started(original, 'automatic')
  copyFileSync(join(original, DATA_FILE), join(copy, DATA_FILE))
  await expect(new DataDirectoryLock(opened(copy), copy).examine()).resolves.toBeDefined()
})
