import { type Contender, prepareLoad, withContender } from './processes.js'
import type { Comparison } from './workload.js'

interface Rush {
  documentId: string
  readers: number
  perSecond: number
  seconds: number
}

/** The compiler has seen all code, and a log was folded, before anything is measured. */
async function warmUp({ name, port }: Contender): Promise<void> {
  const load = { contender: name, port, documentId: 'warm-up', seconds: 12, writers: 20, perSecond: 800 }
  const people = await prepareLoad({ ...load, timed: 50, silent: 0 })
  await people.run()
  await people.stop()
}

/** Twenty writers in one process, with twenty timed readers; the other readers in a second one. */
async function rush(contender: Contender, { documentId, readers, perSecond, seconds }: Rush) {
  const shared = { contender: contender.name, port: contender.port, documentId, seconds }
  const crowd = await prepareLoad({ ...shared, writers: 0, perSecond: 0, timed: 0, silent: readers - 20 })
  const people = await prepareLoad({ ...shared, writers: 20, perSecond, timed: 20, silent: 0 })
  await contender.usage()
  const [result] = await Promise.all([people.run(), crowd.run()])
  const { cpuMs } = await contender.usage()
  await Promise.all([crowd.stop(), people.stop()])
  return { ...result, cpuUsPerDelivery: (cpuMs * 1_000) / (result.sent * readers) }
}

/** Twenty writers who type five characters a second each; `onDisk`: each keeps documents as it does in earnest. */
export function fanOut(readers: number, kept: 'in memory' | 'on disk'): Comparison {
  return {
    name: `fan-out to ${readers} readers${kept === 'on disk' ? ', on disk' : ''}`,
    more: ['arrived %'],
    run: (name, folder) =>
      withContender(name, kept === 'on disk' ? { folder } : {}, async contender => {
        await warmUp(contender)
        const result = await rush(contender, { documentId: 'rush', readers, perSecond: 100, seconds: 10 })
        return {
          'p50 ms': result.p50,
          'p95 ms': result.p95,
          'CPU µs per delivery': result.cpuUsPerDelivery,
          'arrived %': result.arrived * 100,
        }
      }),
  }
}

const steps = [500, 1_000, 2_000, 4_000, 8_000, 11_000, 15_000, 20_000, 28_000, 40_000]

/**
 * The highest rate at which nearly everything arrives with p95 below 100 ms. Each try has a document of its own, and there are
 * up to three at each rate, since a hiccup of the machine is no limit of the server.
 */
export const saturation: Comparison = {
  name: 'saturation, 20 writers, 60 readers',
  more: ['updates per second'],
  run: name =>
    withContender(name, {}, async contender => {
      await warmUp(contender)
      let best = 0
      for (const perSecond of steps) {
        const reached = await tryRate(contender, perSecond)
        if (reached === null) break
        best = reached
      }
      return { 'updates per second': best }
    }),
}

async function tryRate(contender: Contender, perSecond: number): Promise<number | null> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const documentId = `rate-${perSecond}-${attempt}`
    const { p95, arrived, sent } = await rush(contender, { documentId, readers: 60, perSecond, seconds: 3 })
    if (p95 <= 100 && arrived >= 0.98) return sent / 3
  }
  return null
}
