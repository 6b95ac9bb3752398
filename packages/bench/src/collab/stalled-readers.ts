import { setTimeout as sleep } from 'node:timers/promises'
import type { ContenderName } from './contenders.js'
import { LightClient } from './light-client.js'
import { prepareLoad, withContender } from './processes.js'
import type { Comparison } from './workload.js'

/** Whatever was under way for the document itself, such as folding its log, is over then. */
const settleMs = 2_000

/** Memory of a contender after 15 s with so many readers that have stopped reading. */
function memoryWith(name: ContenderName, stalled: number) {
  return withContender(name, {}, async contender => {
    const shared = { contender: contender.name, port: contender.port, documentId: 'rush' }
    const rush = { writers: 20, perSecond: 500, seconds: 15, padding: 2_000, timed: 1, silent: 0 }
    const load = await prepareLoad({ ...shared, ...rush })
    for (let index = 0; index < stalled; index++)
      (await LightClient.open({ ...shared, kind: 'reader' })).socket.pause()
    await load.run()
    await sleep(settleMs)
    const memory = await contender.memory()
    await load.stop()
    return memory
  })
}

/** Against a run without them, so that the document itself, which grows to 15 MB meanwhile, does not count. */
export const stalledReaders: Comparison = {
  name: '20 readers that stop reading, 15 s at 1 MB/s',
  run: async name => {
    const without = await memoryWith(name, 0)
    const stalled = await memoryWith(name, 20)
    return { 'memory they cost, MB': (stalled.heapBytes - without.heapBytes) / 1e6 }
  },
}
