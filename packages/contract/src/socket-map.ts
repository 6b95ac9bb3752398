import type { z } from 'zod'
import * as accounts from './accounts/messages.js'
import * as annotations from './annotations/messages.js'
import * as moderation from './annotations/moderation/messages.js'
import * as answers from './answers/messages.js'
import type { Announcement, CommandMessage } from './kit/message.js'
import type { Result } from './kit/result.js'
import * as publishing from './publishing/messages.js'
import * as workshops from './workshops/messages.js'

/** Every socket message there is; a test on the server holds it against what is handled. */
export const messageList = [
  ...Object.values(accounts),
  ...Object.values(annotations),
  ...Object.values(moderation),
  ...Object.values(publishing),
  ...Object.values(answers),
  ...Object.values(workshops),
] as const

type Message = (typeof messageList)[number]
type Command = Extract<Message, { type: 'command' }>
type Announced = Extract<Message, { type: 'announcement' }>

type Handler<C> =
  C extends CommandMessage<infer P, infer R>
    ? (payload: z.input<P>, acknowledge: (result: Result<z.output<R>>) => void) => void
    : never

type Listener<A> = A extends Announcement<infer P> ? (payload: z.output<P>) => void : never

/** socket.io's event maps, folded from the messages above. */
export type ClientToServerEvents = { [C in Command as C['name']]: Handler<C> }
export type ServerToClientEvents = { [A in Announced as A['name']]: Listener<A> }
