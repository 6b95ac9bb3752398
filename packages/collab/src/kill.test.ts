import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { observeSaves } from './save-state.js'
import { connectTo } from './testing/start-collab.js'
import { until } from './testing/until.js'

const kills = Number(process.env.KILLS ?? 50)
const serverFile = fileURLToPath(
  new URL(import.meta.url.replace('/src/', '/dist/').replace(/[^/]+$/, 'testing/crash-server.js')),
)

interface Life {
  server: ChildProcess
  url: string
}

async function start(folder: string): Promise<Life> {
  const server = spawn(process.execPath, [serverFile, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(server.stdout, 'data')) as [Buffer]
  return { server, url: line.toString().trim() }
}

async function kill({ server }: Life): Promise<void> {
  const gone = once(server, 'exit')
  server.kill('SIGKILL')
  await gone
}

/** Types in bursts; remembers the whole document each time it is shown as saved. */
function typeAway(provider: WebsocketProvider): { saved: () => Uint8Array; stop(): void } {
  const saves = observeSaves(provider)
  let saved = Y.encodeStateAsUpdate(provider.doc)
  saves.onState(state => {
    if (state === 'saved') saved = Y.encodeStateAsUpdate(provider.doc)
  })
  let count = 0
  const timer = setInterval(() => {
    if (count++ % 20 < 8) provider.doc.getText('t').insert(0, `${provider.doc.clientID}:${count} `)
    if (count % 50 === 0) provider.doc.getText('t').delete(0, 5)
  }, 5)
  return {
    saved: () => saved,
    stop: () => {
      clearInterval(timer)
      saves.detach()
    },
  }
}

function newsFor(doc: Y.Doc, promised: Uint8Array): number {
  let news = 0
  const count = () => news++
  doc.on('update', count)
  Y.applyUpdate(doc, promised)
  doc.off('update', count)
  return news
}

it(`loses nothing that was saved or seen when it is killed ${kills} times under load`, {
  timeout: 20_000 + kills * 10_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'collab-kill-'))
  let promises: Uint8Array[] = []
  for (let round = 0; round <= kills; round++) {
    const life = await start(folder)
    const reader = connectTo(life.url, 'd', { as: 'reader' })
    await until('the document is there', () => reader.synced)
    expect(promises.map(promised => newsFor(reader.doc, promised))).toEqual(promises.map(() => 0))
    const writers = [1, 2, 3].map(() => connectTo(life.url, 'd', {}))
    const typing = writers.map(typeAway)
    const before = Y.encodeStateVector(reader.doc).length
    await until(
      'everybody has typed',
      () => Y.encodeStateVector(reader.doc).length > before && writers.every(({ synced }) => synced),
    )
    await new Promise(resolve => setTimeout(resolve, 100 + Math.random() * 400))
    await kill(life)
    promises = [Y.encodeStateAsUpdate(reader.doc), ...typing.map(({ saved }) => saved())]
    for (const each of typing) each.stop()
    for (const provider of [reader, ...writers]) provider.destroy()
  }
})
