import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Closing } from './close-codes.js'
import type { Wire } from './wire.js'

/** How long a client may take to answer a close before its socket is destroyed. */
const closeMs = 2_000

/**
 * Writes ready-made frames straight to the socket under a WebSocket. That is safe because compression is off and nothing
 * but control frames is ever sent through the WebSocket itself, and control frames may come between two parts of a message.
 */
export class SocketWire implements Wire {
  readonly #webSocket: WebSocket
  readonly #socket: Duplex

  constructor(webSocket: WebSocket, socket: Duplex) {
    this.#webSocket = webSocket
    this.#socket = socket
  }

  write(bytes: Uint8Array): void {
    if (this.#webSocket.readyState === this.#webSocket.OPEN) this.#socket.write(bytes)
  }

  get congested(): boolean {
    return this.#socket.writableNeedDrain && this.#webSocket.readyState === this.#webSocket.OPEN
  }

  get queuedBytes(): number {
    return this.#socket.writableLength
  }

  close({ code, reason }: Closing): void {
    this.#webSocket.resume()
    this.#webSocket.close(code, reason)
    setTimeout(() => this.#webSocket.terminate(), closeMs).unref()
  }
}
