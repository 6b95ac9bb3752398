/** Time as the collaboration server sees it; tests bring their own, so that nothing in a room ever waits for real time. */
export interface Clock {
  /** Milliseconds, monotonic, with fractions. */
  now(): number
  /** Runs the task when the present turn of the event loop is over. */
  soon(task: () => void): void
  /** Runs the task once after `ms`; the returned function cancels it. */
  after(ms: number, task: () => void): () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  soon: task => {
    setImmediate(task)
  },
  after: (ms, task) => {
    const timer = setTimeout(task, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
