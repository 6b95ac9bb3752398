import type { CallEndpoint } from '@randnotiz/contract/kit/page'
import { createContext, useContext } from 'react'
import type { Realtime } from './realtime.js'

/** What every component may use of the world outside: endpoints, and the socket. */
export type Platform = { call: CallEndpoint; realtime: Realtime }

export const PlatformContext = createContext<Platform | null>(null)

export function usePlatform(): Platform {
  const platform = useContext(PlatformContext)
  if (platform === null) throw new Error('a component outside of the platform')
  return platform
}
