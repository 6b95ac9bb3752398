/**
 * A client that costs next to nothing, so that a thousand of them do not measure themselves: a raw socket that speaks the
 * handshake, asks for the document, and either throws away what comes or hands it on message by message. Hocuspocus puts
 * the document's name in front of each message and wants an (empty) token first; the rest is the same protocol.
 */
import { connect, type Socket } from 'node:net'
import * as encoding from 'lib0/encoding'
import { type ContenderName, isHocuspocus } from './contenders.js'

export interface LightClientOptions {
  contender: ContenderName
  port: number
  documentId: string
  kind: 'reader' | 'writer'
  /** Called with each message; without it everything is thrown away after the handshake. */
  onMessage?: (message: Buffer) => void
}

const sync = 0
const auth = 2

export class LightClient {
  readonly socket: Socket
  readonly #prefix: Uint8Array
  #buffer: Buffer = Buffer.alloc(0)
  #parts: Buffer[] = []

  private constructor(socket: Socket, prefix: Uint8Array) {
    this.socket = socket
    this.#prefix = prefix
  }

  /** Resolves when the handshake is done and the document has been asked for. */
  static async open(options: LightClientOptions): Promise<LightClient> {
    const { contender, port, documentId, kind, onMessage } = options
    const isNamed = isHocuspocus(contender)
    const prefix = isNamed
      ? encoding.encode(encoder => encoding.writeVarString(encoder, documentId))
      : new Uint8Array(0)
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const client = new LightClient(socket, prefix)
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.once('data', first => {
        socket.off('error', reject)
        const end = first.indexOf('\r\n\r\n') + 4
        if (onMessage) {
          const read = (bytes: Buffer) => client.#read(bytes, onMessage)
          socket.on('data', read)
          read(first.subarray(end))
        } else socket.resume()
        resolve()
      })
      socket.write(
        `GET /${documentId}?as=${kind} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      )
    })
    socket.on('error', () => {})
    if (isNamed) client.send([auth, 0, 0])
    client.send([sync, 0, 1, 0])
    return client
  }

  /** Sends a message; the mask of zeros leaves it as it is. */
  send(message: ArrayLike<number>): void {
    const payload = Buffer.concat([this.#prefix, Uint8Array.from(message)])
    const length = payload.length
    const header = length < 126 ? [0x82, 0x80 | length] : [0x82, 0x80 | 126, length >> 8, length & 0xff]
    this.socket.write(Buffer.concat([Uint8Array.from(header), new Uint8Array(4), payload]))
  }

  sendUpdate(update: Uint8Array): void {
    this.send(
      encoding.encode(encoder => {
        encoding.writeVarUint(encoder, sync)
        encoding.writeVarUint(encoder, 2)
        encoding.writeVarUint8Array(encoder, update)
      }),
    )
  }

  /** Whether the message, without the prefix, answers step 1: the document is there. */
  isSynced(message: Buffer): boolean {
    const type = message[this.#prefix.length]
    return (type === sync || type === 4) && message[this.#prefix.length + 1] === 1
  }

  #read(bytes: Buffer, onMessage: (message: Buffer) => void): void {
    this.#buffer = this.#buffer.length === 0 ? bytes : Buffer.concat([this.#buffer, bytes])
    let at = 0
    for (;;) {
      const frame = frameAt(this.#buffer, at)
      if (!frame) break
      at = frame.end
      if (frame.opcode >= 8) continue
      this.#parts.push(frame.payload)
      if (!frame.final) continue
      onMessage(this.#parts.length === 1 ? frame.payload : Buffer.concat(this.#parts))
      this.#parts = []
    }
    this.#buffer = this.#buffer.subarray(at)
  }
}

function frameAt(bytes: Buffer, at: number) {
  if (bytes.length < at + 2) return null
  const short = bytes.readUInt8(at + 1) & 0x7f
  const head = short === 127 ? 10 : short === 126 ? 4 : 2
  if (bytes.length < at + head) return null
  const long = () => (short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : bytes.readUInt16BE(at + 2))
  const end = at + head + (short < 126 ? short : long())
  if (bytes.length < end) return null
  const first = bytes.readUInt8(at)
  return { opcode: first & 0x0f, final: first >= 0x80, payload: bytes.subarray(at + head, end), end }
}
