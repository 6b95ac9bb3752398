/**
 * A phone in the hall, without a screen: one key, whatever connection it has at the moment. What is not acknowledged is
 * kept and sent again, with the same command id, as the product's own page does.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { CommandId, type WorkshopId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import {
  type BallotReceipt,
  type CastBallot,
  DeviceKey,
  type JoinCode,
  type Seat,
} from '@randnotiz/contract/workshops/hall'
import { type ClientSocket, createSocket } from '@randnotiz/test-kit/open-socket'
import { now } from './clock.js'

const ackTimeoutMs = 10_000
/** How long somebody waits who was told that they ask too much or that the server is not there, in milliseconds. */
const pauseMs = 250

export type Ballot = Omit<CastBallot, 'workshopId' | 'key' | 'commandId'>

export class Participant {
  readonly key = DeviceKey.parse(randomBytes(32).toString('base64url'))
  /** When each version of the hall arrived here for the first time. */
  readonly heard = new Map<number, number>()
  /** When the seat was last answered, at a join or after a reconnect. */
  seatedAt = 0
  seat: Seat | null = null
  #newest = 0
  #socket: ClientSocket
  #waitingForSeat: (() => void)[] = []
  #isSeated = false
  /** Told when the present connection goes. */
  #unanswered = new Set<() => void>()
  #code: JoinCode
  #name: string

  constructor(url: string, { code, name }: { code: JoinCode; name: string }) {
    this.#code = code
    this.#name = name
    this.#socket = createSocket(url)
    this.#socket.on('connect', () => void this.#takeSeat())
    this.#socket.on('disconnect', () => this.#lose())
    this.#socket.on('hall:changed', ({ version }) => this.#hear(version))
  }

  /** Connects and takes the seat; answers the milliseconds that it took. */
  async join(): Promise<number> {
    const began = now()
    this.#socket.connect()
    await this.seated()
    return now() - began
  }

  /** Resolves when the server has answered with the seat on the present connection. */
  async seated(): Promise<void> {
    if (this.#isSeated) return
    await new Promise<void>(resolve => this.#waitingForSeat.push(resolve))
  }

  /** The wire breaks, as in a dead spot: nothing is said, nothing is flushed. */
  cut(): void {
    this.#socket.io.engine.close()
  }

  leave(): void {
    this.#socket.disconnect()
  }

  hasHeard(version: number): boolean {
    return this.#newest >= version
  }

  /** When this version, or a newer one, arrived first. */
  heardAt(version: number): number {
    const times = [...this.heard].filter(([heard]) => heard >= version).map(([, at]) => at)
    return Math.min(...times)
  }

  /**
   * Casts until it is acknowledged. `cutAfterSending` breaks the wire right behind the first sending, so that nobody
   * here knows whether it arrived.
   */
  async cast(ballot: Ballot, { cutAfterSending }: { cutAfterSending: boolean }): Promise<BallotReceipt> {
    const commandId = CommandId.parse(randomUUID())
    let cutting = cutAfterSending
    for (;;) {
      await this.seated()
      const command = { workshopId: this.workshopId(), key: this.key, commandId, ...ballot }
      const answer: Promise<Result<BallotReceipt>> = this.#socket
        .timeout(ackTimeoutMs)
        .emitWithAck('ballot:cast', command)
      if (cutting) this.cut()
      cutting = false
      const result = await this.#untilCut(answer)
      if (result?.ok) return result.value
      if (result && !isPassing(result.refusal.code)) throw new Error(`refused: ${result.refusal.code}`)
      if (result) await new Promise(resolve => setTimeout(resolve, pauseMs))
    }
  }

  /** The difference between the clock of the server and the own one, as a client finds it: from the fastest of eight. */
  async clockOffset(): Promise<number> {
    let best = { roundTrip: Number.POSITIVE_INFINITY, offset: 0 }
    for (let ping = 0; ping < 8; ping++) {
      const sentAt = Date.now()
      const result = await this.#socket.timeout(ackTimeoutMs).emitWithAck('clock:read', { sentAt })
      if (!result.ok) continue
      const roundTrip = Date.now() - sentAt
      const offset = Date.parse(result.value.now) - (sentAt + roundTrip / 2)
      if (roundTrip < best.roundTrip) best = { roundTrip, offset }
    }
    return best.offset
  }

  workshopId(): WorkshopId {
    if (this.seat === null) throw new Error('has no seat yet')
    return this.seat.workshopId
  }

  /** Null when the connection went before the answer. */
  #untilCut<Value>(answer: Promise<Result<Value>>): Promise<Result<Value> | null> {
    return new Promise(resolve => {
      const giveUp = () => resolve(null)
      this.#unanswered.add(giveUp)
      answer.then(resolve, giveUp).finally(() => this.#unanswered.delete(giveUp))
    })
  }

  #lose(): void {
    this.#isSeated = false
    for (const giveUp of this.#unanswered) giveUp()
    this.#unanswered.clear()
  }

  async #takeSeat(): Promise<void> {
    const socket = this.#socket
    const answer =
      this.seat === null
        ? socket.timeout(ackTimeoutMs).emitWithAck('workshop:join', {
            code: this.#code,
            key: this.key,
            name: this.#name,
            ticket: null,
          })
        : socket.timeout(ackTimeoutMs).emitWithAck('workshop:resume', {
            workshopId: this.seat.workshopId,
            key: this.key,
          })
    const result = await answer.catch(() => null)
    // Without a connection the next one asks.
    if (!socket.connected) return
    if (!result?.ok) {
      if (result && !isPassing(result.refusal.code)) throw new Error(`no seat: ${result.refusal.code}`)
      setTimeout(() => void this.#takeSeat(), pauseMs)
      return
    }
    this.seat = result.value
    this.seatedAt = now()
    this.#isSeated = true
    this.#hear(result.value.hall.version)
    for (const resolve of this.#waitingForSeat.splice(0)) resolve()
  }

  #hear(version: number): void {
    this.#newest = Math.max(this.#newest, version)
    if (!this.heard.has(version)) this.heard.set(version, now())
  }
}

const isPassing = (code: string) => code === 'server/unavailable' || code === 'request/too-many'
