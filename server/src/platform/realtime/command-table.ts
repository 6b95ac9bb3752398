import type { CommandMessage } from '@randnotiz/contract/kit/message'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { z } from 'zod'
import type { LimitName } from '../http/rate-limit.js'
import type { Caller, Deed, HandleOptions } from './deed.js'

type Answer = (payload: unknown, caller: Caller) => Promise<Result<unknown>>

/** Seconds to wait; 0 when the command may go on. */
export type TakeLimit = (limit: LimitName, caller: Caller) => Promise<number>

/** Which deed answers which command. Every payload is validated here, and nowhere else. */
export class CommandTable {
  #answers = new Map<string, Answer>()
  #takeLimit: TakeLimit

  constructor(takeLimit: TakeLimit) {
    this.#takeLimit = takeLimit
  }

  handle<C extends CommandMessage>(command: C, deed: Deed<C>, { limit }: HandleOptions = {}): void {
    if (this.#answers.has(command.name)) throw new Error(`two handlers for ${command.name}`)
    this.#answers.set(command.name, async (payload, caller) => {
      const parsed = command.payload.safeParse(payload)
      if (!parsed.success) return refuseShape(parsed.error)
      const retryAfter = limit === undefined ? 0 : await this.#takeLimit(limit, caller)
      if (retryAfter > 0) return refuse('request/too-many', { retryAfter })
      return deed(parsed.data as z.output<C['payload']>, caller)
    })
  }

  names(): string[] {
    return [...this.#answers.keys()]
  }

  async answer(name: string, payload: unknown, caller: Caller): Promise<Result<unknown>> {
    const answer = this.#answers.get(name)
    return answer ? answer(payload, caller) : refuse('request/unknown-address')
  }
}

function refuseShape(error: z.ZodError): Result<never> {
  const field = error.issues[0]?.path.join('.')
  return refuse('request/invalid', field ? { field } : {})
}
