import { useSyncExternalStore } from 'react'
import { type Connection, initialConnection } from './connection.js'
import { usePlatform } from './platform-context.js'

const atFirst = () => initialConnection

/** Whether this browser hears from the server. Opens the connection. */
export function useConnection(): Connection {
  const { realtime } = usePlatform()
  return useSyncExternalStore(realtime.onConnection, realtime.connection, atFirst)
}
