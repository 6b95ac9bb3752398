/**
 * `node dist/collab-compare.js [rounds] [part of a name]`: our collaboration server against others, in turns (A B C A B C),
 * medians over the rounds, as a Markdown table with the ratio to the best of the others.
 */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import type { ContenderName, Usage } from './collab-contender.js'
import { LightClient } from './collab-light-client.js'
import { type Contender, prepareLoad, startContender } from './collab-processes.js'

type Figures = Record<string, number>

interface Comparison {
  name: string
  run(contender: ContenderName): Promise<Figures>
}

const contenders: ContenderName[] = ['randnotiz', 'y-websocket', 'hocuspocus']
const folder = await mkdtemp(join(tmpdir(), 'collab-bench-'))

async function withContender<T>(
  name: ContenderName,
  content: { contentFile?: string; folder?: string },
  task: (contender: Contender) => Promise<T>,
): Promise<T> {
  const contender = await startContender(name, content)
  try {
    return await task(contender)
  } finally {
    await contender.stop()
  }
}

interface Rush {
  readers: number
  perSecond: number
  seconds: number
}

/** The compiler has seen all code before anything is measured. */
async function warmUp({ name, port }: Contender): Promise<void> {
  const load = { contender: name, port, documentId: 'warm-up', seconds: 2, writers: 20, perSecond: 300 }
  const people = await prepareLoad({ ...load, timed: 50, silent: 0 })
  await people.run()
  await people.stop()
}

/** Twenty writers in one process, with twenty timed readers; the other readers in a second one. */
async function rush(contender: Contender, { readers, perSecond, seconds }: Rush) {
  const shared = { contender: contender.name, port: contender.port, documentId: 'rush', seconds }
  await warmUp(contender)
  const crowd = await prepareLoad({ ...shared, writers: 0, perSecond: 0, timed: 0, silent: readers - 20 })
  const people = await prepareLoad({ ...shared, writers: 20, perSecond, timed: 20, silent: 0 })
  await contender.usage()
  const [result] = await Promise.all([people.run(), crowd.run()])
  const { cpuMs } = await contender.usage()
  await Promise.all([crowd.stop(), people.stop()])
  return { ...result, cpuUsPerDelivery: (cpuMs * 1_000) / (result.sent * readers) }
}

function fanOut(readers: number, onDisk = false): Comparison {
  return {
    name: `fan-out to ${readers} readers${onDisk ? ', ours on disk' : ''}`,
    run: name =>
      withContender(name, onDisk ? { folder: join(folder, `fan-${Math.random()}`) } : {}, async contender => {
        const result = await rush(contender, { readers, perSecond: 100, seconds: 8 })
        return {
          'p50 ms': result.p50,
          'p95 ms': result.p95,
          'CPU µs per delivery': result.cpuUsPerDelivery,
          'arrived %': result.arrived * 100,
        }
      }),
  }
}

const saturationSteps = [
  50, 100, 200, 400, 600, 1_000, 1_500, 2_000, 3_000, 4_000, 6_000, 8_000, 11_000, 15_000, 20_000,
]

/** The highest rate at which nearly everything arrives with p95 below 100 ms. */
const saturation: Comparison = {
  name: 'saturation, 20 writers, 60 readers',
  run: async name => {
    let best = 0
    for (const perSecond of saturationSteps) {
      const { p95, arrived, sent } = await withContender(name, {}, contender =>
        rush(contender, { readers: 60, perSecond, seconds: 3 }),
      )
      if (p95 > 100 || arrived < 0.98) break
      best = sent / 3
    }
    return { 'updates per second': best }
  },
}

/** 200 pages with 50,000 edits of history: paragraphs typed word by word, with corrections. */
function largeDocument(): Uint8Array {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('default')
  for (let paragraph = 0; paragraph < 1_600; paragraph++) {
    if (paragraph % 80 === 0) doc.clientID = 1_000 + paragraph
    const block = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    fragment.insert(Math.floor((fragment.length * ((paragraph * 7919) % 100)) / 100), [block])
    block.insert(0, [text])
    for (let edit = 0; edit < 31; edit++) {
      if (edit % 5 === 4) text.delete(Math.floor(text.length / 2), 3)
      else
        text.insert(edit % 3 === 0 ? Math.floor(text.length / 2) : text.length, 'a few words about the city ')
    }
  }
  return Y.encodeStateAsUpdate(doc)
}

function smallDocument(): Uint8Array {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  while (Y.encodeStateAsUpdate(doc).length < 9_000) text.insert(text.length >> 1, 'twenty more letters ')
  return Y.encodeStateAsUpdate(doc)
}

const largeFile = join(folder, 'large')
const smallFile = join(folder, 'small')

/** Milliseconds until the whole document has arrived. */
async function timeToSync(
  contender: Contender,
  documentId: string,
): Promise<{ ms: number; client: LightClient }> {
  const start = performance.now()
  let client: LightClient | null = null
  let early: Buffer[] = []
  let done = () => {}
  const synced = new Promise<void>(resolve => {
    done = resolve
  })
  const take = (message: Buffer) => {
    if (client === null) early.push(message)
    else if (client.isSynced(message)) done()
  }
  client = await LightClient.open({
    contender: contender.name,
    port: contender.port,
    documentId,
    kind: 'reader',
    onMessage: take,
  })
  for (const message of early.splice(0)) take(message)
  early = []
  await synced
  return { ms: performance.now() - start, client }
}

const opening: Comparison = {
  name: 'opening a document of 200 pages',
  run: name =>
    withContender(
      name,
      { contentFile: largeFile, folder: join(folder, `open-${name}-${Math.random()}`) },
      async contender => {
        await timeToSync(contender, 'other')
        await sleep(300)
        await contender.usage()
        const cold = await timeToSync(contender, 'seeded')
        await sleep(100)
        const { stalledMs } = await contender.usage()
        const warm = await timeToSync(contender, 'seeded')
        const start = performance.now()
        await Promise.all(Array.from({ length: 50 }, () => timeToSync(contender, 'seeded')))
        const fifty = performance.now() - start
        return {
          'cold ms': cold.ms,
          'others stalled ms': stalledMs,
          'warm ms': warm.ms,
          '50 joiners at once ms': fifty,
        }
      },
    ),
}

const memory: Comparison = {
  name: '2,000 documents of 9 kB, one client each',
  run: name =>
    withContender(
      name,
      { contentFile: smallFile, folder: join(folder, `memory-${name}-${Math.random()}`) },
      async contender => {
        await timeToSync(contender, 'other')
        const before = await contender.usage()
        const clients: LightClient[] = []
        for (let index = 0; index < 2_000; index++)
          clients.push((await timeToSync(contender, `seeded${index}`)).client)
        await sleep(500)
        const open = await contender.usage()
        for (const { socket } of clients) socket.destroy()
        await sleep(5_000)
        const left = await contender.usage()
        const perDocument = (bytes: number) => (bytes - before.heapBytes) / 2_000 / 1_000
        return {
          'kB each, open': perDocument(open.heapBytes),
          'kB each, 5 s after leaving': perDocument(left.heapBytes),
        }
      },
    ),
}

/** What a contender grows by in 15 s with so many readers that have stopped reading. */
function growth(name: ContenderName, stalled: number): Promise<Usage> {
  return withContender(name, {}, async contender => {
    const shared = { contender: contender.name, port: contender.port, documentId: 'rush' }
    const load = await prepareLoad({
      ...shared,
      writers: 20,
      perSecond: 500,
      seconds: 15,
      padding: 2_000,
      timed: 1,
      silent: 0,
    })
    for (let index = 0; index < stalled; index++)
      (await LightClient.open({ ...shared, kind: 'reader' })).socket.pause()
    await load.run()
    const usage = await contender.usage()
    await load.stop()
    return usage
  })
}

const stalledReaders: Comparison = {
  name: '20 readers that stop reading, 15 s at 1 MB/s',
  run: async name => {
    const without = await growth(name, 0)
    const stalled = await growth(name, 20)
    return { 'memory they cost, MB': (stalled.heapBytes - without.heapBytes) / 1e6 }
  },
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

const show = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

function printTable(name: string, results: Map<ContenderName, Figures[]>): void {
  const of = (contender: ContenderName, figure: string) =>
    median((results.get(contender) ?? []).map(each => each[figure] ?? Number.NaN))
  for (const figure of Object.keys(results.get('randnotiz')?.[0] ?? {})) {
    const isBetterHigher = figure.includes('per second') || figure.includes('arrived')
    const [ours, ...others] = contenders.map(contender => of(contender, figure))
    const best = isBetterHigher ? Math.max(...others) : Math.min(...others)
    console.log(
      `| ${name}: ${figure} | ${[ours ?? 0, ...others].map(show).join(' | ')} | ${((ours ?? 0) / best).toFixed(2)} × |`,
    )
  }
}

await writeFile(largeFile, largeDocument())
await writeFile(smallFile, smallDocument())
const rounds = Number(process.argv[2] ?? 4)
const wanted = process.argv[3] ?? ''
console.log('| | ours | y-websocket-server | Hocuspocus | ratio to the best of them |\n|---|--:|--:|--:|--:|')
for (const comparison of [
  fanOut(200),
  fanOut(1_000),
  fanOut(200, true),
  saturation,
  opening,
  memory,
  stalledReaders,
]) {
  if (!comparison.name.includes(wanted)) continue
  const results = new Map<ContenderName, Figures[]>()
  for (let round = 0; round < rounds; round++)
    for (const contender of contenders)
      results.set(contender, [...(results.get(contender) ?? []), await comparison.run(contender)])
  printTable(comparison.name, results)
}
