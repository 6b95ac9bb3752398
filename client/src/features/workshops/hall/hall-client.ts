/**
 * One device in a hall. What a person does is written on the device first, then sent, and taken from the device when the
 * server has confirmed it; after a lost connection it is sent again under the same command id. What comes from the server
 * is whole and has a version, so an older one changes nothing, and none of it touches what somebody is about to choose or
 * to write.
 */
import type { CommandId, StepId } from '@randnotiz/contract/kit/ids'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import type { Result } from '@randnotiz/contract/kit/result'
import type {
  BallotReceipt,
  HallView,
  JoinCode,
  Seat,
  TableReceipt,
  TicketCode,
} from '@randnotiz/contract/workshops/hall'
import {
  castBallot,
  castTable,
  hallChanged,
  joinWorkshop,
  makeContribution,
  raiseHand,
  resumeSeat,
  seatChanged,
} from '@randnotiz/contract/workshops/messages'
import type { Realtime } from '../../../platform/realtime.js'
import { newCommandId } from '../live/new-ids.js'
import type { Device, Unsent, UnsentContribution } from './device.js'

export type Refused = { unsent: Unsent; refusal: Refusal }

export type HallState = {
  /** Null before somebody has joined on this device. */
  seat: Seat | null
  /** Whether it is not known yet if this device has a seat. */
  asking: boolean
  /** Why joining did not work. */
  problem: Refusal | null
  /** Confirmed ballots, the newest of each round. */
  receipts: readonly BallotReceipt[]
  /** The same of a table. */
  tables: readonly TableReceipt[]
  unsent: readonly Unsent[]
  /** The last thing that the server did not take. */
  refused: Refused | null
  /** Contributions that the server did not take. */
  returned: readonly UnsentContribution[]
}

type NewUnsent = Unsent extends infer One ? (One extends Unsent ? Omit<One, 'commandId'> : never) : never

const retryMs = 3_000

export class HallClient {
  #realtime: Realtime
  #device: Device
  #code: JoinCode
  #state: HallState
  #watchers = new Set<() => void>()
  #sending = false
  #retry: ReturnType<typeof setTimeout> | undefined
  #session = 0

  constructor(parts: { realtime: Realtime; device: Device; code: JoinCode }) {
    this.#realtime = parts.realtime
    this.#device = parts.device
    this.#code = parts.code
    const { unsent, workshopId, returned } = this.#device.memory
    this.#state = {
      seat: null,
      asking: workshopId !== null,
      problem: null,
      receipts: [],
      tables: [],
      unsent,
      refused: null,
      returned,
    }
  }

  get state(): HallState {
    return this.#state
  }

  get device(): Device {
    return this.#device
  }

  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Listens until the answer is called. */
  open(): () => void {
    const stops = [
      this.#realtime.listen(hallChanged, view => this.#hear(view)),
      this.#realtime.listen(seatChanged, seat => {
        if (seat.participantId === this.#state.seat?.participantId) void this.#resume()
      }),
      this.#realtime.onConnection(() => this.#connected()),
    ]
    this.#connected()
    return () => {
      clearTimeout(this.#retry)
      for (const stop of stops) stop()
    }
  }

  async join(name: string, ticket: TicketCode | null): Promise<void> {
    const { key } = this.#device.memory
    this.#set({ asking: true, problem: null })
    this.#took(await this.#realtime.send(joinWorkshop, { code: this.#code, key, name, ticket }))
    if (this.#state.seat !== null) this.#device.remember({ name })
  }

  cast(ballot: Omit<Extract<NewUnsent, { deed: 'ballot' }>, 'deed'>): void {
    // A newer choice for the same round takes the place of one that is still waiting.
    const others = this.#state.unsent.filter(
      one => one.deed !== 'ballot' || one.stepId !== ballot.stepId || one.round !== ballot.round,
    )
    this.#keep([...others, { deed: 'ballot', commandId: newCommandId(), ...ballot }])
  }

  castTable(table: Omit<Extract<NewUnsent, { deed: 'table' }>, 'deed'>): void {
    const others = this.#state.unsent.filter(
      one => one.deed !== 'table' || one.stepId !== table.stepId || one.round !== table.round,
    )
    this.#keep([...others, { deed: 'table', commandId: newCommandId(), ...table }])
  }

  raiseHand(raised: boolean): void {
    const others = this.#state.unsent.filter(one => one.deed !== 'hand')
    this.#keep([...others, { deed: 'hand', commandId: newCommandId(), raised }])
  }

  contribute(said: Omit<Extract<NewUnsent, { deed: 'contribution' }>, 'deed'>): void {
    this.#keep([...this.#state.unsent, { deed: 'contribution', commandId: newCommandId(), ...said }])
  }

  /** Whoever wrote it does not need it any more. */
  discardReturned(commandId: CommandId): void {
    const returned = this.#state.returned.filter(one => one.commandId !== commandId)
    this.#device.remember({ returned })
    this.#set({ returned, refused: null })
  }

  #connected(): void {
    const connection = this.#realtime.connection()
    if (connection.type !== 'online' || connection.session === this.#session) return
    this.#session = connection.session
    void this.#resume()
  }

  async #resume(): Promise<void> {
    const { workshopId, key } = this.#device.memory
    if (workshopId === null) return
    this.#took(await this.#realtime.send(resumeSeat, { workshopId, key }))
    void this.#send()
  }

  #took(answer: Result<Seat>): void {
    if (!answer.ok) {
      const isGone =
        answer.refusal.code === 'workshops/no-seat' || answer.refusal.code === 'workshops/unknown'
      if (isGone) this.#device.remember({ workshopId: null })
      // Without an answer, what is on the screen stays there.
      const unanswered =
        answer.refusal.code === 'server/unavailable' && this.#device.memory.workshopId !== null
      this.#set(unanswered ? {} : { asking: false, problem: isGone ? null : answer.refusal })
      return
    }
    const seat = answer.value
    this.#device.remember({ workshopId: seat.workshopId })
    this.#set({
      seat: this.#newest(seat),
      asking: false,
      problem: null,
      receipts: seat.ballots,
      tables: seat.tables,
    })
  }

  #newest(seat: Seat): Seat {
    const known = this.#state.seat
    return known && known.admitted === seat.admitted && known.hall.version > seat.hall.version
      ? { ...seat, hall: known.hall }
      : seat
  }

  #hear(hall: HallView): void {
    const { seat } = this.#state
    if (seat?.workshopId !== hall.workshopId || hall.version < seat.hall.version) return
    this.#set({ seat: { ...seat, hall } })
  }

  #keep(unsent: readonly Unsent[]): void {
    this.#device.remember({ unsent: [...unsent] })
    this.#set({ unsent, refused: null })
    void this.#send()
  }

  /** One after the other, in the order in which they were done. */
  async #send(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    clearTimeout(this.#retry)
    for (let next = this.#state.unsent[0]; next; next = this.#state.unsent[0]) {
      const answer = await this.#deliver(next)
      const waits = !answer.ok && ['server/unavailable', 'request/too-many'].includes(answer.refusal.code)
      if (waits) {
        this.#retry = setTimeout(() => void this.#send(), retryMs)
        break
      }
      const sent = next.commandId
      const unsent = this.#state.unsent.filter(({ commandId }) => commandId !== sent)
      if (answer.ok) {
        this.#device.remember({ unsent })
        this.#set({ unsent })
      } else this.#takeBack(next, { unsent, refusal: answer.refusal })
    }
    this.#sending = false
  }

  /** The words of a contribution stay on the device, in the same write that takes it from what is to be sent. */
  #takeBack(refused: Unsent, { unsent, refusal }: { unsent: Unsent[]; refusal: Refusal }): void {
    const returned =
      refused.deed === 'contribution'
        ? [...this.#device.memory.returned, refused]
        : this.#device.memory.returned
    this.#device.remember({ unsent, returned })
    this.#set({ unsent, returned, refused: { unsent: refused, refusal } })
  }

  async #deliver(unsent: Unsent): Promise<Result<unknown>> {
    const { workshopId, key } = this.#device.memory
    if (workshopId === null) return { ok: false, refusal: { code: 'server/unavailable' } }
    const from = { workshopId, key }
    switch (unsent.deed) {
      case 'ballot': {
        const { deed, ...ballot } = unsent
        const answer = await this.#realtime.send(castBallot, { ...from, ...ballot })
        if (answer.ok) this.#receive(answer.value)
        return answer
      }
      case 'table': {
        const { deed, ...table } = unsent
        const answer = await this.#realtime.send(castTable, { ...from, ...table })
        if (answer.ok) this.#receiveTable(answer.value)
        return answer
      }
      case 'hand': {
        const { deed, ...hand } = unsent
        const answer = await this.#realtime.send(raiseHand, { ...from, ...hand })
        if (answer.ok) this.#hear(answer.value)
        return answer
      }
      case 'contribution': {
        const { deed, ...said } = unsent
        return this.#realtime.send(makeContribution, { ...from, ...said })
      }
    }
  }

  #receive(receipt: BallotReceipt): void {
    const others = this.#state.receipts.filter(
      ({ stepId, round }) => stepId !== receipt.stepId || round !== receipt.round,
    )
    this.#set({ receipts: [...others, receipt] })
  }

  #receiveTable(receipt: TableReceipt): void {
    const { stepId, round } = receipt
    const others = this.#state.tables.filter(one => one.stepId !== stepId || one.round !== round)
    this.#set({ tables: [...others, receipt] })
  }

  #set(change: Partial<HallState>): void {
    this.#state = { ...this.#state, ...change }
    for (const watcher of this.#watchers) watcher()
  }
}

/** What this person has chosen in a round, as far as the server has confirmed it. */
export const receiptOf = ({ receipts }: HallState, stepId: StepId, round: number): BallotReceipt | null =>
  receipts.find(receipt => receipt.stepId === stepId && receipt.round === round) ?? null
