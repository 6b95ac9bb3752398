import { JoinCode } from '@randnotiz/contract/workshops/hall'
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import { useServerClock } from '../live/use-server-clock.js'
import { Device } from './device.js'
import { HallClient, type HallState } from './hall-client.js'

export type Hall = { client: HallClient; state: HallState; now(): number }

/** This device in the hall of a code. In browsers only. */
export function useHall(code: JoinCode): Hall {
  const { realtime } = usePlatform()
  const now = useServerClock()
  const [client] = useState(
    () => new HallClient({ realtime, code: JoinCode.parse(code), device: new Device(localStorage, code) }),
  )
  useEffect(() => client.open(), [client])
  const state = useSyncExternalStore(client.watch, () => client.state)
  return { client, state, now }
}

export const HallContext = createContext<Hall | null>(null)

export function useHallContext(): Hall {
  const hall = useContext(HallContext)
  if (hall === null) throw new Error('a component outside of the hall')
  return hall
}
