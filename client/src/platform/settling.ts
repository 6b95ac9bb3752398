/** In milliseconds: so long nothing has changed, or so long something has not stopped changing. */
export type SettlingTimes = { quietMs: number; mostMs: number }

export type Settling = {
  /** Something has changed. */
  changed(): void
  stop(): void
}

/** Calls back once things have come to rest, and now and then while they do not. */
export function startSettling({ quietMs, mostMs }: SettlingTimes, settled: () => void): Settling {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since: number | null = null
  function come() {
    since = null
    settled()
  }
  return {
    changed() {
      clearTimeout(timer)
      const now = performance.now()
      since ??= now
      timer = setTimeout(come, Math.max(0, Math.min(quietMs, since + mostMs - now)))
    },
    stop: () => clearTimeout(timer),
  }
}
