/** One client connection: messages are answered one after the other, in order. */
import type { Socket } from 'node:net'
import type { Executor } from './fail-points.js'
import { FrameReader } from './frame-reader.js'
import type { Gatekeeper } from './gatekeeper.js'
import { parseMessage, type WireMessage } from './wire-message.js'
import { encodeReply } from './wire-reply.js'

/** A client that sends faster than it is answered is not read from beyond this many messages. */
const MAX_PENDING = 64

export class Connection {
  private readonly frames = new FrameReader()
  private last: Promise<void> = Promise.resolve()
  private pending = 0

  constructor(
    private readonly socket: Socket,
    private readonly engine: Executor,
    private readonly gatekeeper: Gatekeeper,
  ) {
    socket.on('data', (chunk: Buffer) => this.receive(chunk))
    socket.on('error', () => socket.destroy())
  }

  private receive(chunk: Buffer): void {
    try {
      for (const frame of this.frames.push(chunk)) this.enqueue(parseMessage(frame))
    } catch {
      // A message that is none, or bytes that are no BSON: there is no request to answer.
      this.socket.destroy()
    }
  }

  private enqueue(message: WireMessage): void {
    if (++this.pending >= MAX_PENDING) this.socket.pause()
    this.last = this.last
      .then(() => this.answer(message))
      .catch(() => {
        this.socket.destroy()
      })
      .finally(() => {
        this.pending--
        if (this.socket.isPaused()) this.socket.resume()
      })
  }

  private async answer(message: WireMessage): Promise<void> {
    if (this.socket.destroyed) return
    const reply =
      this.gatekeeper.answer(message) ?? (await this.engine.execute(message.command, message.database))
    if (message.silent || this.socket.destroyed) return
    this.socket.cork()
    for (const part of encodeReply(message, reply)) this.socket.write(part)
    this.socket.uncork()
  }
}
