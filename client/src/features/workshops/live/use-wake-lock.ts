import { useEffect } from 'react'

/** Keeps the screen on while it is asked for. Where the browser cannot, or the battery is low, it simply goes dark. */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let stopped = false
    const take = async () => {
      if (document.visibilityState !== 'visible') return
      const taken = await navigator.wakeLock.request('screen').catch(() => null)
      if (stopped) await taken?.release()
      else lock = taken
    }
    // The browser takes it away when the page is hidden.
    const takeAgain = () => void take()
    void take()
    document.addEventListener('visibilitychange', takeAgain)
    return () => {
      stopped = true
      document.removeEventListener('visibilitychange', takeAgain)
      void lock?.release()
    }
  }, [wanted])
}
