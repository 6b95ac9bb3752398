import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { observeSaves } from '@randnotiz/collab/save-state'
import { freePort } from '@randnotiz/test-kit/free-port'
import { openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { ownDatabaseSettings } from '@randnotiz/test-kit/own-database'
import { signInAs } from '@randnotiz/test-kit/sign-in-as'
import { until } from '@randnotiz/test-kit/until'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { firstParagraph, readDocument } from './testing/demo-document.js'
import { type ServerProcess, startServerProcess } from './testing/server-process.js'

/** Each of these starts a whole server, some of them twice, with the demo. */
const wholeProcess = { timeout: 120_000 }

let dataDir: string
let database: Record<string, string>
const running: ServerProcess[] = []
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'randnotiz-main-'))
  database = ownDatabaseSettings()
})
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
  await rm(dataDir, { recursive: true, force: true })
})

function start(env: Record<string, string>): ServerProcess {
  const server = startServerProcess({ DATA_DIR: dataDir, ...database, ...env })
  running.push(server)
  return server
}

const answers = (url: string) =>
  fetch(`${url}/healthz`).then(
    response => response.ok,
    () => false,
  )

async function startAnswering(env: Record<string, string>): Promise<ServerProcess & { url: string }> {
  const port = await freePort()
  const server = start({ PORT: String(port), ...env })
  const url = `http://127.0.0.1:${port}`
  await until('the server answers', () => answers(url), 100_000)
  return { ...server, url }
}

/** A WebSocket whose other end says nothing any more, not even goodbye. */
async function openSilently(url: string, path: string): Promise<Socket> {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  socket.on('error', () => {})
  await once(socket, 'data')
  return socket
}

describe('a start that cannot be', wholeProcess, () => {
  it.each([
    [{ PORT: 'eighty' }, /^PORT: must be a whole number/],
    [{ SESSION_SECRET: 'short' }, /^SESSION_SECRET: must have at least 32 characters/],
  ])('for %j is one line and exit code 1', async (env, line) => {
    const server = start(env as Record<string, string>)
    expect(await server.ended).toBe(1)
    expect(server.stderr()).toMatch(line)
    expect(server.stderr().trim().split('\n')).toHaveLength(1)
    expect(server.stdout()).toBe('')
  })

  it('because the port is in use is one line and exit code 1', async () => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1')
    const server = start({ PORT: String(port), DEMO: 'off' })
    expect(await server.ended).toBe(1)
    expect(server.stderr()).toBe(`Port ${port} is in use already; set PORT to another one.\n`)
    other.close()
  })

  it.skipIf(process.env.MONGODB_URI)(
    'because another server has the data is one line and exit code 1',
    async () => {
      await startAnswering({ DEMO: 'off' })
      const second = start({ PORT: '0', DEMO: 'off' })
      expect(await second.ended).toBe(1)
      expect(second.stderr()).toMatch(/^The database in .* cannot be opened: /)
      expect(second.stderr().trim().split('\n')).toHaveLength(1)
    },
  )

  it('because the database does not answer is one line and exit code 1', async () => {
    const nobody = `mongodb://127.0.0.1:${await freePort()}/randnotiz`
    const server = start({ PORT: '0', MONGODB_URI: nobody })
    expect(await server.ended).toBe(1)
    expect(server.stderr()).toMatch(/^The database does not answer, see MONGODB_URI: .*\n$/)
  })
})

describe('the server', wholeProcess, () => {
  it('says where it is and who may try it, and keeps its data from others', async () => {
    const server = await startAnswering({})
    await until('it has said so', () => server.stdout().includes('heidi@example.org'))
    expect(server.stdout()).toContain(server.url)
    expect(server.stdout()).toContain('randnotiz-demo')
    expect((await stat(join(dataDir, 'session-secret'))).mode & 0o777).toBe(0o600)
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends cleanly on %s, with people in the middle of things',
    async signal => {
      const server = await startAnswering({})
      const { document } = await readDocument(server.url, 'sc-put')
      const reader = await openSyncedDocument({ url: server.url, documentId: document.id })
      const socket = await openSocket(server.url)
      const silent = await openSilently(server.url, `/collab/${document.id}`)
      server.child.kill(signal)
      expect(await server.ended).toBe(0)
      expect(server.stderr()).toBe('')
      reader.close()
      socket.disconnect()
      silent.destroy()
    },
  )

  it('has after SIGKILL what it had confirmed as saved', async () => {
    const server = await startAnswering({})
    const { document } = await readDocument(server.url, 'sc-put')
    const cookie = await signInAs(server.url, 'redaktion1@example.org')
    const writer = await openSyncedDocument({ url: server.url, documentId: document.id, cookie })
    const saves = observeSaves(writer.provider)
    for (let n = 0; n < 50; n++) firstParagraph(writer.doc).insert(0, `Satz ${n}. `)
    await until('it is saved', () => saves.state() === 'saved')
    server.child.kill('SIGKILL')
    await server.ended
    writer.close()

    const again = await startAnswering({})
    const { text } = await readDocument(again.url, 'sc-put')
    for (let n = 0; n < 50; n++) expect(text.html).toContain(`Satz ${n}. `)
  })
})
