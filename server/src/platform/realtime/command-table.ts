import type { CommandMessage } from '@randnotiz/contract/kit/message'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { z } from 'zod'
import type { LimitName } from '../limits/rate-limiter.js'
import { refuseShape } from '../refuse-shape.js'
import type { Caller, Deed, HandleOptions } from './deed.js'

type Answer = (payload: unknown, caller: Caller) => Promise<Result<unknown>>

export type CommandTableParts = {
  /** Seconds to wait before any further command; 0 to go on. */
  pause(caller: Caller): number
  /** The same for a limit that a command names. */
  takeLimit(limit: LimitName, caller: Caller): Promise<number>
  log: { error(details: object, message: string): void }
}

/**
 * Which deed answers which command. In this order: does somebody send too much, is there such a command, is its payload
 * what the contract says, may this command come so often; then the deed. An exception is a bug or an outage: it is
 * logged, and the person is told to try again later.
 */
export class CommandTable {
  #answers = new Map<string, Answer>()
  #parts: CommandTableParts

  constructor(parts: CommandTableParts) {
    this.#parts = parts
  }

  handle<C extends CommandMessage>(command: C, deed: Deed<C>, { limit }: HandleOptions = {}): void {
    if (this.#answers.has(command.name)) throw new Error(`two handlers for ${command.name}`)
    this.#answers.set(command.name, async (payload, caller) => {
      const parsed = command.payload.safeParse(payload)
      if (!parsed.success) return refuseShape(parsed.error)
      const retryAfter = limit === undefined ? 0 : await this.#parts.takeLimit(limit, caller)
      if (retryAfter > 0) return refuse('request/too-many', { retryAfter })
      return deed(parsed.data as z.output<C['payload']>, caller)
    })
  }

  names(): string[] {
    return [...this.#answers.keys()]
  }

  async answer(name: string, payload: unknown, caller: Caller): Promise<Result<unknown>> {
    const retryAfter = this.#parts.pause(caller)
    if (retryAfter > 0) return refuse('request/too-many', { retryAfter })
    const answer = this.#answers.get(name)
    if (!answer) return refuse('request/unknown-address')
    try {
      return await answer(payload, caller)
    } catch (error) {
      this.#parts.log.error({ error, command: name }, 'a command failed')
      return refuse('server/unavailable')
    }
  }
}
