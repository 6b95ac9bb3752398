import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { largeDocument, seededDocuments, smallDocument } from './documents.js'
import { LightClient } from './light-client.js'
import { type Contender, withContender } from './processes.js'
import type { Comparison } from './workload.js'

/** Milliseconds until the whole document has arrived. */
async function timeToSync(
  contender: Contender,
  documentId: string,
): Promise<{ ms: number; client: LightClient }> {
  const start = performance.now()
  const { name, port } = contender
  let early: Buffer[] = []
  let take = (message: Buffer) => void early.push(message)
  const options = { contender: name, port, documentId, kind: 'reader' as const }
  const client = await LightClient.open({ ...options, onMessage: message => take(message) })
  await new Promise<void>(resolve => {
    take = message => {
      if (client.isSynced(message)) resolve()
    }
    for (const message of early) take(message)
    early = []
  })
  return { ms: performance.now() - start, client }
}

/** Milliseconds to open it, and how long everybody else was held up by that. */
async function openCold(contender: Contender, documentId: string) {
  await contender.watch()
  const { ms } = await timeToSync(contender, documentId)
  await sleep(100)
  const { stalledMs } = await contender.usage()
  return { ms, stalledMs }
}

export const opening: Comparison = {
  name: 'opening a document of 200 pages',
  run: async (name, folder) => {
    const contentFile = join(folder, 'large')
    await writeFile(contentFile, largeDocument())
    return withContender(name, { contentFile, folder: join(folder, 'kept') }, async contender => {
      await timeToSync(contender, 'other')
      await sleep(300)
      const cold: { ms: number; stalledMs: number }[] = []
      for (const documentId of seededDocuments) cold.push(await openCold(contender, documentId))
      const warm: number[] = []
      for (let time = 0; time < 3; time++)
        for (const documentId of seededDocuments) warm.push((await timeToSync(contender, documentId)).ms)
      const start = performance.now()
      await Promise.all(Array.from({ length: 50 }, () => timeToSync(contender, 'seeded-a')))
      return {
        'cold ms': middleOf(cold.map(({ ms }) => ms)),
        'others stalled at worst ms': Math.max(...cold.map(({ stalledMs }) => stalledMs)),
        'warm ms': middleOf(warm),
        '50 joiners at once ms': performance.now() - start,
      }
    })
  },
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

const documents = 2_000

export const memory: Comparison = {
  name: '2,000 documents of 9 kB, one client each',
  run: async (name, folder) => {
    const contentFile = join(folder, 'small')
    await writeFile(contentFile, smallDocument())
    return withContender(name, { contentFile, folder: join(folder, 'kept') }, async contender => {
      await timeToSync(contender, 'other')
      const before = await contender.memory()
      const kilobytesEach = (bytes: number) => (bytes - before.heapBytes) / documents / 1_000
      const clients: LightClient[] = []
      for (let index = 0; index < documents; index++)
        clients.push((await timeToSync(contender, `seeded${index}`)).client)
      await sleep(500)
      const open = await contender.memory()
      for (const { socket } of clients) socket.destroy()
      await sleep(5_000)
      const left = await contender.memory()
      return {
        'kB each, open': kilobytesEach(open.heapBytes),
        'kB each, 5 s after leaving': kilobytesEach(left.heapBytes),
      }
    })
  },
}
