import { readClock } from '@randnotiz/contract/workshops/messages'
import { useCallback, useEffect, useRef } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import type { Realtime } from '../../../platform/realtime.js'
import { useConnection } from '../../../platform/use-connection.js'
import { type ClockSample, offsetOf } from './clock-offset.js'

const pings = 8

/** The time of the server, in milliseconds. Asked anew at every reconnect, and when somebody comes back to the page. */
export function useServerClock(): () => number {
  const { realtime } = usePlatform()
  const { session } = useConnection()
  const offset = useRef(0)
  useEffect(() => {
    if (session === 0) return
    let stopped = false
    const read = async () => {
      const measured = await measure(realtime)
      if (measured !== null && !stopped) offset.current = measured
    }
    const readWhenVisible = () => void (document.visibilityState === 'visible' && read())
    void read()
    document.addEventListener('visibilitychange', readWhenVisible)
    return () => {
      stopped = true
      document.removeEventListener('visibilitychange', readWhenVisible)
    }
  }, [realtime, session])
  return useCallback(() => Date.now() + offset.current, [])
}

async function measure(realtime: Realtime): Promise<number | null> {
  const samples: ClockSample[] = []
  for (let ping = 0; ping < pings; ping++) {
    const sentAt = Date.now()
    const answer = await realtime.send(readClock, { sentAt })
    if (answer.ok) samples.push({ sentAt, receivedAt: Date.now(), now: Date.parse(answer.value.now) })
  }
  return offsetOf(samples)
}
