import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { CommandMessage } from '@randnotiz/contract/kit/message'
import type { Result } from '@randnotiz/contract/kit/result'
import type { z } from 'zod'
import type { LimitName } from '../limits/rate-limiter.js'

/** Who sent a command, and over which connection. */
export type Caller = {
  viewer: Viewer
  /** Id of this connection. */
  connection: string
  /** From now on this connection hears what is announced in the room. */
  enter(room: string): Promise<void>
  leave(room: string): Promise<void>
}

/** How often one person may send a command, beside the limit for all commands together. */
export type HandleOptions = { limit?: LimitName }

/** What a command does. It answers refusals; what it throws is a bug or an outage. */
export type Deed<C extends CommandMessage> = (
  payload: z.output<C['payload']>,
  caller: Caller,
) => Promise<Result<z.output<C['reply']>>>
