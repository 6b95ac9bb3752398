import type { Clock } from '../clock.js'

export interface ManualClock extends Clock {
  /** Runs what is due now; then moves time, running what becomes due in its order. */
  advance(ms: number): void
}

export function createManualClock(): ManualClock {
  let now = 0
  let count = 0
  const tasks = new Map<number, { at: number; task: () => void }>()
  const after = (ms: number, task: () => void) => {
    const id = ++count
    tasks.set(id, { at: now + ms, task })
    return () => tasks.delete(id)
  }
  return {
    now: () => now,
    soon: task => void after(0, task),
    after,
    advance: ms => {
      const end = now + ms
      for (;;) {
        const [next] = [...tasks]
          .filter(([, { at }]) => at <= end)
          .sort((a, b) => a[1].at - b[1].at || a[0] - b[0])
        if (!next) break
        tasks.delete(next[0])
        now = Math.max(now, next[1].at)
        next[1].task()
      }
      now = end
    },
  }
}
