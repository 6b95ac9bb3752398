import type { Announcement, CommandMessage } from '@randnotiz/contract/kit/message'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { z } from 'zod'
import { type Connection, initialConnection } from './connection.js'

/** The live side of the server, as features see it. */
export type Realtime = {
  /** The server's answer; `server/unavailable` when there was none, which does not say that nothing was done. */
  send<C extends CommandMessage>(
    command: C,
    payload: z.input<C['payload']>,
  ): Promise<Result<z.output<C['reply']>>>
  /** Calls back at every announcement; answers the way to stop. Well-formedness is checked here. */
  listen<A extends Announcement>(
    announcement: A,
    listener: (payload: z.output<A['payload']>) => void,
  ): () => void
  connection(): Connection
  /** Calls back at every change of the connection; answers the way to stop. */
  onConnection(listener: () => void): () => void
  /** Hangs up and connects anew: the server reads who somebody is when a connection begins. */
  renew(): void
}

/** For pages rendered on the server: nothing is live there. */
export const noRealtime: Realtime = {
  send: async () => refuse('server/unavailable'),
  listen: () => () => {},
  connection: () => initialConnection,
  onConnection: () => () => {},
  renew: () => {},
}
