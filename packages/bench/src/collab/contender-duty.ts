/**
 * What each contender's process does beside serving: it reads its task from the command line, tells its port, and answers
 * questions: what it has used since the one before, from `watch` on also how long its event loop hung, and its memory. Run with `--expose-gc`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Usage {
  cpuMs: number
  /** Longest time the event loop was held up since it is watched; watching costs processor time. */
  stalledMs: number
}

export interface Memory {
  /** Heap and what it holds outside, after a collection. */
  heapBytes: number
  rssBytes: number
}

export type Question = 'usage' | 'watch' | 'memory'

export interface Task {
  /** Content of every document whose name begins with `seeded`; the others are empty. */
  contentOf(documentId: string): Uint8Array | null
  /** Where documents are kept; null: nowhere. */
  folder: string | null
}

/** `<file with a Yjs update, or -> <folder, or ->` */
export function readTask(): Task {
  const [contentFile = '-', folder = '-'] = process.argv.slice(2)
  const content = existsSync(contentFile) ? new Uint8Array(readFileSync(contentFile)) : null
  return {
    contentOf: documentId => (documentId.startsWith('seeded') ? content : null),
    folder: folder === '-' ? null : folder,
  }
}

export const documentOf = (url: string | undefined) => (url ?? '/').slice(1).split('?')[0] ?? ''

export function beginDuty(port: number): void {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  let cpu = process.cpuUsage()
  const usage = (): Usage => {
    const { user, system } = process.cpuUsage(cpu)
    const stalledMs = delay.max / 1e6
    cpu = process.cpuUsage()
    delay.reset()
    return { cpuMs: (user + system) / 1_000, stalledMs }
  }
  process.on('message', (question: Question) => {
    if (question === 'watch') delay.enable()
    process.send?.(question === 'memory' ? memory() : usage())
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ port })
}

function memory(): Memory {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heapBytes: heapUsed + external, rssBytes: rss }
}
