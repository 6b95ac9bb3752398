import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import type { Granted } from './access.js'
import type { Clock } from './clock.js'
import { closeCodes } from './close-codes.js'
import type { Limits } from './limits.js'
import type { Member } from './member.js'
import { heartbeatFrame } from './protocol.js'
import type { Room } from './room.js'
import { SocketWire } from './socket-wire.js'
import { TokenBucket } from './token-bucket.js'

/** Bursts may be so many seconds' worth: a client that was offline for long sends much at once. */
const burstSeconds = 5
/** Heartbeats without any sign of life after which a connection counts as dead. */
const missedHeartbeats = 3

/** One WebSocket in a room: its way in, with limits, and its life and death. */
export class Connection {
  readonly member: Member
  readonly room: Room
  readonly #webSocket: WebSocket
  readonly #clock: Clock
  readonly #messages: TokenBucket
  readonly #bytes: TokenBucket
  #silentHeartbeats = 0

  constructor(
    place: { room: Room; clock: Clock; limits: Limits },
    webSocket: WebSocket,
    socket: Duplex,
    access: Granted,
  ) {
    const { room, clock, limits } = place
    this.room = room
    this.#clock = clock
    this.#webSocket = webSocket
    this.#messages = bucket(limits.messagesPerSecond, clock.now())
    this.#bytes = bucket(limits.bytesPerSecond, clock.now())
    this.member = room.join(new SocketWire(webSocket, socket), access)
    socket.on('drain', () => this.member.drained(clock.now()))
    webSocket.on('message', (data, isBinary) => this.#receive(data, isBinary))
    webSocket.on('pong', () => {
      this.#silentHeartbeats = 0
    })
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#silentHeartbeats = 0
    if (isBinary && data instanceof Uint8Array) {
      this.room.receive(this.member, data)
      this.#slowDown(data.length)
    } else this.member.close({ code: closeCodes.badMessage, reason: 'text is not part of the protocol' })
  }

  /** Reads no further until the bucket has filled: the sender's own network buffers make it wait. */
  #slowDown(length: number): void {
    const now = this.#clock.now()
    const pause = Math.max(this.#messages.take(1, now), this.#bytes.take(length, now))
    if (pause === 0 || this.#webSocket.isPaused) return
    this.#webSocket.pause()
    this.#clock.after(pause, () => this.#webSocket.resume())
  }

  /** Shows stock clients that the server is alive, and finds out whether they are. */
  beat(): void {
    if (!this.#webSocket.isPaused) this.#silentHeartbeats++
    if (this.#silentHeartbeats > missedHeartbeats) this.#webSocket.terminate()
    else if (this.member.position === null) for (const piece of heartbeatFrame) this.member.wire.write(piece)
    else if (this.#webSocket.readyState === this.#webSocket.OPEN) this.#webSocket.ping()
  }
}

function bucket(perSecond: number, now: number): TokenBucket {
  return new TokenBucket({ perSecond, burst: perSecond * burstSeconds }, now)
}
