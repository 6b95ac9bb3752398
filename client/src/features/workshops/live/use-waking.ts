import { readClock } from '@randnotiz/contract/workshops/messages'
import { useEffect } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'

/** A connection that does not answer within this time after waking up is taken for dead. In milliseconds. */
const patienceMs = 1_500

/** After sleep a phone believes in a connection that is long gone: probe it, and begin anew when nobody answers. */
export function useWaking(): void {
  const { realtime } = usePlatform()
  useEffect(() => {
    const probe = async () => {
      if (document.visibilityState !== 'visible') return
      const silence = new Promise<'silence'>(resolve => setTimeout(resolve, patienceMs, 'silence'))
      const answer = realtime.send(readClock, { sentAt: Date.now() })
      if ((await Promise.race([answer, silence])) === 'silence') realtime.renew()
    }
    const wake = () => void probe()
    document.addEventListener('visibilitychange', wake)
    return () => document.removeEventListener('visibilitychange', wake)
  }, [realtime])
}
