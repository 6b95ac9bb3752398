import { randomBytes, randomUUID } from 'node:crypto'
import { CommandId, StepId, type WorkshopId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { Agenda } from '@randnotiz/contract/workshops/agenda'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import { planWorkshop } from '@randnotiz/contract/workshops/endpoints'
import {
  type BallotReceipt,
  DeviceKey,
  HallView,
  JoinWorkshop,
  type Seat,
} from '@randnotiz/contract/workshops/hall'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { Setup } from '@randnotiz/contract/workshops/session'
import { Choices } from '@randnotiz/contract/workshops/voting'
import { type ClientSocket, openSocket } from '@randnotiz/test-kit/open-socket'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { readDocument } from '../../../testing/demo-document.js'
import type { TestApp } from '../../../testing/start-app.js'

/** A server, in this process or in one of its own. */
export type Town = Pick<TestApp, 'url' | 'signIn'>

export const commandId = () => CommandId.parse(randomUUID())

/** The value of a deed that must not be refused. */
export function accepted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

export const refusalOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)

export const pollStep = StepId.parse('00000000-0000-4000-8000-000000000001')
export const talkStep = StepId.parse('00000000-0000-4000-8000-000000000002')

/** A poll with two answers, then a talk. */
export const smallAgenda = (secrecy: 'open' | 'confidential' | 'secret' = 'confidential') =>
  Agenda.parse([
    {
      id: pollStep,
      title: 'Stimmung',
      minutes: 5,
      subject: null,
      plan: {
        kind: 'poll',
        question: 'Reicht das Angebot am Abend?',
        poll: {
          form: 'single',
          options: [
            { id: 'yes', label: 'Ja' },
            { id: 'no', label: 'Nein' },
          ],
        },
        secrecy,
        hidden: true,
      },
    },
    {
      id: talkStep,
      title: 'Gespräch',
      minutes: 10,
      subject: null,
      plan: { kind: 'discussion', secondsPerTurn: 90 },
    },
  ])

export const choose = (...ids: string[]) => Choices.parse(ids.map(optionId => ({ optionId, weight: 1 })))

/** Somebody of the crew at a desk, over a real socket. */
export class Desk {
  socket: ClientSocket
  view: DeskView

  constructor(socket: ClientSocket, view: DeskView) {
    this.socket = socket
    this.view = view
  }

  static async open(app: Town, workshopId: WorkshopId, email: string): Promise<Result<DeskView>> {
    const socket = await openSocket(app.url, await app.signIn(email))
    const result: Result<DeskView> = await socket.emitWithAck('desk:open', { workshopId })
    socket.disconnect()
    return result
  }

  async move(
    move: Move,
    id = commandId(),
    expectedVersion = this.view.session.version,
  ): Promise<Result<DeskView>> {
    const command = { commandId: id, workshopId: this.view.workshopId, expectedVersion, move }
    const result: Result<DeskView> = await this.socket.emitWithAck('workshop:move', command)
    if (result.ok) this.view = result.value
    return result
  }

  async must(...moves: Move[]): Promise<void> {
    for (const move of moves) accepted(await this.move(move))
  }
}

export type PlanOptions = { setup?: Partial<Setup>; secrecy?: 'open' | 'confidential' | 'secret' }

/** A workshop on a text of the demo, with its facilitator at the desk. */
export const planSmallWorkshop = (app: Town, { setup, secrecy }: PlanOptions = {}): Promise<Desk> =>
  planWorkshopOf(app, smallAgenda(secrecy), setup)

export async function planWorkshopOf(app: Town, agenda: Agenda, setup: Partial<Setup> = {}): Promise<Desk> {
  const { document } = await readDocument(app.url, 'mobile-stadt')
  const cookie = await app.signIn('werkstatt@example.org')
  const plan = {
    commandId: commandId(),
    setup: {
      processId: document.processId,
      title: 'Werkstatt am Marktplatz',
      invitation: 'Kommen Sie vorbei.',
      documentIds: [document.id],
      admission: 'open',
      startsAt: null,
      place: 'Rathaus',
      rehearsal: false,
      ...setup,
    },
    agenda,
  }
  const view = accepted(await callEndpoint(app.url, planWorkshop, { body: plan, cookie }))
  const socket = await openSocket(app.url, cookie)
  const opened: Result<DeskView> = await socket.emitWithAck('desk:open', { workshopId: view.workshopId })
  return new Desk(socket, accepted(opened))
}

export const newKey = () => DeviceKey.parse(randomBytes(32).toString('base64url'))

/** A phone in the hall: one key, whatever connection it has at the moment. */
export class Phone {
  readonly key = newKey()
  readonly heard: HallView[] = []
  socket: ClientSocket
  seat: Seat | null = null

  constructor(socket: ClientSocket) {
    this.socket = socket
    this.#listen()
  }

  async join(code: string, name = 'Jemand', ticket: string | null = null): Promise<Result<Seat>> {
    const payload = JoinWorkshop.parse({ code, key: this.key, name, ticket })
    const result: Result<Seat> = await this.socket.emitWithAck('workshop:join', payload)
    if (result.ok) this.seat = result.value
    return result
  }

  /** Another connection, as after sleep or on another network. */
  async comeBack(url: string): Promise<Seat> {
    this.socket.disconnect()
    this.socket = await openSocket(url)
    this.#listen()
    const payload = { workshopId: this.workshopId(), key: this.key }
    const result: Result<Seat> = await this.socket.emitWithAck('workshop:resume', payload)
    this.seat = accepted(result)
    return this.seat
  }

  cast(choices: Choices, id = commandId(), round = 1): Promise<Result<BallotReceipt>> {
    return this.socket.emitWithAck('ballot:cast', {
      workshopId: this.workshopId(),
      key: this.key,
      commandId: id,
      stepId: pollStep,
      round,
      choices,
    })
  }

  raiseHand(raised: boolean): Promise<Result<HallView>> {
    const payload = { workshopId: this.workshopId(), key: this.key, commandId: commandId(), raised }
    return this.socket.emitWithAck('hand:raise', payload)
  }

  workshopId(): WorkshopId {
    if (this.seat === null) throw new Error('has not joined')
    return this.seat.workshopId
  }

  #listen(): void {
    this.socket.on('hall:changed', view => void this.heard.push(HallView.parse(view)))
  }
}

export async function enterWithPhones(app: Town, code: string, count: number): Promise<Phone[]> {
  const phones: Phone[] = []
  for (let n = 0; n < count; n++) {
    const phone = new Phone(await openSocket(app.url))
    accepted(await phone.join(code, `Gast ${n}`))
    phones.push(phone)
  }
  return phones
}
