import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { connectTo } from './testing/start-collab.js'
import { until } from './testing/until.js'

const sourceFile = fileURLToPath(new URL('./example.ts', import.meta.url))
const compiledFile = sourceFile.replace('/src/', '/dist/').replace(/ts$/, 'js')

let server: ChildProcess | null = null
afterEach(() => server?.kill('SIGKILL'))

/** Resolves with its address. */
async function start(folder: string): Promise<string> {
  const started = spawn(process.execPath, [compiledFile, folder], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  server = started
  const [printed] = (await once(started.stdout, 'data')) as [Buffer]
  return `ws://127.0.0.1:${/"port":(\d+)/.exec(printed.toString())?.[1]}/collab`
}

async function end(): Promise<number | null> {
  if (server === null) return null
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  const [code] = (await gone) as [number | null]
  return code
}

it('stands in the README as it is', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const source = await readFile(sourceFile, 'utf8')
  const seenFromOutside = source
    .replace("'./index.js'", "'@randnotiz/collab'")
    .replace("'./file-store.js'", "'@randnotiz/collab/file-store'")
  expect(readme).toContain(`\`\`\`ts\n${seenFromOutside}\`\`\``)
})

it('serves stock clients by their rights, and keeps what they wrote when it is told to end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'collab-example-'))
  const url = await start(folder)
  const writer = connectTo(url, 'text', { token: 'a-long-secret' })
  const reader = connectTo(url, 'text', {})
  const stranger = connectTo(url, 'text', { token: 'guessed' })
  const refused = new Promise(resolve => stranger.on('closed', resolve))
  await until('both are synced', () => writer.synced && reader.synced)
  writer.doc.getText('t').insert(0, 'kept')
  reader.doc.getText('t').insert(0, 'not ')
  await until('the reader has it', () => reader.doc.getText('t').toString().includes('kept'))
  expect(await refused).toMatchObject({ code: 4401 })
  expect(writer.doc.getText('t').toString()).toBe('kept')

  const closed = new Promise(resolve => writer.on('connection-close', resolve))
  const exitCode = await end()
  expect(await closed).toMatchObject({ code: 1012 })
  expect(exitCode).toBe(0)
  for (const provider of [writer, reader, stranger]) provider.destroy()

  const again = connectTo(await start(folder), 'text', {})
  await until('it is all there', () => again.doc.getText('t').toString() === 'kept')
  again.destroy()
})
