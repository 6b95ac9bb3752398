import type { z } from 'zod'

/** From client to server, in the imperative (`annotation:create`); the acknowledgement is a `Result` of `reply`. */
export type CommandMessage<Payload extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> = {
  type: 'command'
  name: string
  payload: Payload
  reply: Reply
}

/** From server to clients, in the past tense (`annotations:changed`). */
export type Announcement<Payload extends z.ZodType = z.ZodType> = {
  type: 'announcement'
  name: string
  payload: Payload
}

export function command<const Name extends string, P extends z.ZodType, R extends z.ZodType>(
  name: Name,
  shapes: { payload: P; reply: R },
): CommandMessage<P, R> & { name: Name } {
  return { type: 'command', name, ...shapes }
}

export function announcement<const Name extends string, P extends z.ZodType>(
  name: Name,
  payload: P,
): Announcement<P> & { name: Name } {
  return { type: 'announcement', name, payload }
}
