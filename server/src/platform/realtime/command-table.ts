import type { CommandMessage } from '@randnotiz/contract/kit/message'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { z } from 'zod'
import type { Caller, Deed } from './deed.js'

type Answer = (payload: unknown, caller: Caller) => Promise<Result<unknown>>

/** Which deed answers which command. Every payload is validated here, and nowhere else. */
export class CommandTable {
  #answers = new Map<string, Answer>()

  handle<C extends CommandMessage>(command: C, deed: Deed<C>): void {
    if (this.#answers.has(command.name)) throw new Error(`two handlers for ${command.name}`)
    this.#answers.set(command.name, async (payload, caller) => {
      const parsed = command.payload.safeParse(payload)
      if (!parsed.success) return refuseShape(parsed.error)
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
