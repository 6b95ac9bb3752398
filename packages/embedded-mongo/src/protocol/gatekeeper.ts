/**
 * Who may talk to the server. A unix socket with mode 0600 is protected by the file system. Where only TCP on loopback is
 * possible, every account of the machine can connect; so a client must present a random secret first (SASL PLAIN, which
 * the connection string carries), and until then only the handshake is answered.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { Binary, Double, Int32 } from 'bson'
import { binaryBytes } from '../bson/compare.js'
import type { Document, Value } from '../bson/value.js'
import { ERROR_CODE } from '../mongo-error.js'
import type { WireMessage } from './wire-message.js'

export interface Gatekeeper {
  /** A reply in place of the engine's; undefined lets the message pass. */
  answer(message: WireMessage): Document | undefined
}

export const OPEN_GATE: Gatekeeper = { answer: () => undefined }

/** The user name beside the secret; it has no meaning. */
export const USER_NAME = 'embedded'

const HANDSHAKE = new Set(['hello', 'ismaster', 'isMaster', 'ping', 'buildInfo', 'endSessions'])

export class SecretGate implements Gatekeeper {
  private open = false

  constructor(private readonly secret: string) {}

  answer({ command }: WireMessage): Document | undefined {
    const [name = ''] = Object.keys(command)
    if (name === 'saslStart') return this.authenticate(command.payload)
    if (this.open || HANDSHAKE.has(name)) return undefined
    return refusal('Unauthorized', `Command ${name} requires authentication`)
  }

  /** RFC 4616: `[authorisation] NUL user NUL secret`. */
  private authenticate(payload: Value): Document {
    const bytes = payload instanceof Binary ? Buffer.from(binaryBytes(payload)) : Buffer.alloc(0)
    const [, user = '', secret = ''] = bytes.toString('utf8').split('\0')
    this.open ||= user === USER_NAME && timingSafeEqual(digest(secret), digest(this.secret))
    if (!this.open) return refusal('AuthenticationFailed', 'Authentication failed.')
    return { conversationId: new Int32(1), done: true, payload: new Binary(), ok: new Double(1) }
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const refusal = (codeName: 'Unauthorized' | 'AuthenticationFailed', errmsg: string): Document => ({
  ok: new Double(0),
  errmsg,
  code: new Int32(ERROR_CODE[codeName]),
  codeName,
})
