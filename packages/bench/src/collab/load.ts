/**
 * A process full of light clients: `node load.js <JSON of Load>`. Sends `ready` when all are connected, begins when
 * it is sent anything, and sends a LoadResult. Times travel inside the text that is typed, so readers need no Y.Doc.
 */
import { performance } from 'node:perf_hooks'
import * as Y from 'yjs'
import { LightClient, type LightClientOptions } from './light-client.js'

export interface Load extends Pick<LightClientOptions, 'contender' | 'port' | 'documentId'> {
  writers: number
  /** Keystrokes of all writers together. */
  perSecond: number
  seconds: number
  /** Characters added to each keystroke, where bytes matter more than their number. */
  padding?: number
  /** Readers whose messages are timed. */
  timed: number
  /** Readers that only take what comes. */
  silent: number
}

export interface LoadResult {
  sent: number
  /** Keystrokes that reached the timed readers, as a share of what should have. */
  arrived: number
  p50: number
  p95: number
}

const tenths = () => Math.round((performance.timeOrigin + performance.now()) * 10)
const stampLength = 9
const at = '@'.charCodeAt(0)

const load = JSON.parse(process.argv[2] ?? '{}') as Load
const latencies: number[] = []

function readStamps(message: Buffer): void {
  const now = tenths()
  for (let place = message.indexOf(at); place >= 0; place = message.indexOf(at, place + 1)) {
    const stamp = Number.parseInt(message.toString('latin1', place + 1, place + 1 + stampLength), 36)
    const latency = (now - stamp) / 10
    if (latency > -5 && latency < 60_000) latencies.push(latency)
  }
}

async function openMany(
  count: number,
  options: Pick<LightClientOptions, 'kind' | 'onMessage'>,
): Promise<LightClient[]> {
  const clients: LightClient[] = []
  for (let index = 0; index < count; index++) clients.push(await LightClient.open({ ...load, ...options }))
  return clients
}

function createTypist(client: LightClient): () => void {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  const padding = ' '.repeat(load.padding ?? 0)
  doc.on('update', (update: Uint8Array) => client.sendUpdate(update))
  return () => text.insert(text.length, `@${tenths().toString(36).padStart(stampLength, '0')}${padding}`)
}

/** Keystrokes come evenly, writer after writer; what the timer misses is made up for in the next millisecond. */
async function type(typists: (() => void)[]): Promise<number> {
  const start = performance.now()
  let sent = 0
  while (performance.now() - start < load.seconds * 1_000) {
    const due = ((performance.now() - start) / 1_000) * load.perSecond
    for (; sent < due; sent++) typists[sent % typists.length]?.()
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  return sent
}

await openMany(load.silent, { kind: 'reader' })
await openMany(load.timed, { kind: 'reader', onMessage: readStamps })
const writers = await openMany(load.writers, { kind: 'writer' })
const typists = writers.map(createTypist)
process.send?.('ready')
await new Promise(resolve => process.once('message', resolve))
const sent = await type(typists)
const expected = sent * load.timed
const deadline = performance.now() + 2_000
while (latencies.length < expected && performance.now() < deadline)
  await new Promise(resolve => setTimeout(resolve, 10))
latencies.sort((a, b) => a - b)
const quantile = (share: number) =>
  latencies[Math.floor(latencies.length * share)] ?? Number.POSITIVE_INFINITY
const result: LoadResult = {
  sent,
  arrived: expected === 0 ? 1 : latencies.length / expected,
  p50: quantile(0.5),
  p95: quantile(0.95),
}
process.send?.(result)
process.once('message', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
