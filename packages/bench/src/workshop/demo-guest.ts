/** Somebody in the hall of the demonstration: reads a little, votes, says something, asks to speak now and then. */
import { randomBytes, randomUUID } from 'node:crypto'
import { CommandId } from '@randnotiz/contract/kit/ids'
import {
  DeviceKey,
  type HallStep,
  type HallView,
  type JoinCode,
  type Seat,
} from '@randnotiz/contract/workshops/hall'
import type { Choices, Vote } from '@randnotiz/contract/workshops/voting'
import { type ClientSocket, createSocket } from '@randnotiz/test-kit/open-socket'
import { guestWords } from './demo-words.js'

/** Nobody is faster than this, nor slower, in milliseconds. */
const fastestMs = 1_500
const slowestMs = 25_000
/** So many of a hundred ask to speak in a discussion, and stay out of a vote. */
const speakers = 12
const abstainers = 6

const oneOf = <Item>(items: readonly Item[]): Item | undefined =>
  items[Math.floor(Math.random() * items.length)]
const inHundred = (share: number) => Math.random() * 100 < share
const thinking = () => fastestMs + Math.random() * (slowestMs - fastestMs)

export class DemoGuest {
  readonly #key = DeviceKey.parse(randomBytes(32).toString('base64url'))
  #socket: ClientSocket
  #seat: Seat | null = null
  #code: JoinCode
  #name: string
  /** What has been reacted to. */
  #seen = new Set<string>()
  #thoughts = new Set<NodeJS.Timeout>()

  constructor(url: string, { code, name }: { code: JoinCode; name: string }) {
    this.#code = code
    this.#name = name
    this.#socket = createSocket(url)
    this.#socket.on('connect', () => void this.#takeSeat())
    this.#socket.on('hall:changed', hall => this.#look(hall))
  }

  come(): void {
    this.#socket.connect()
  }

  leave(): void {
    for (const thought of this.#thoughts) clearTimeout(thought)
    this.#socket.disconnect()
  }

  async #takeSeat(): Promise<void> {
    const ticket = null
    const join = { code: this.#code, key: this.#key, name: this.#name, ticket }
    const answer = await this.#socket
      .timeout(10_000)
      .emitWithAck('workshop:join', join)
      .catch(() => null)
    if (!answer?.ok) return
    this.#seat = answer.value
    this.#look(answer.value.hall)
  }

  #look({ current }: HallView): void {
    if (current?.status.state !== 'open') return
    const round = current.rounds.at(-1)?.number ?? 0
    const sign = `${current.step.id} ${round}`
    if (this.#seen.has(sign)) return
    this.#seen.add(sign)
    this.#later(() => this.#react(current, round))
  }

  async #react(current: HallStep, round: number): Promise<void> {
    const { id: stepId, plan } = current.step
    const vote = current.rounds.at(-1)?.vote
    if (vote) {
      if (!inHundred(abstainers)) await this.#do('ballot:cast', { stepId, round, choices: choose(vote) })
    } else if (plan.kind === 'gather') {
      await this.#say(current)
      if (inHundred(40)) this.#later(() => this.#say(current))
    } else if (plan.kind === 'discussion' && inHundred(speakers)) {
      await this.#do('hand:raise', { raised: true })
    }
  }

  async #say({ step }: HallStep): Promise<void> {
    const documentId = step.subject?.documentId ?? this.#seat?.hall.documentIds[0]
    const words = oneOf(
      guestWords.filter(({ kind }) => step.plan.kind === 'gather' && step.plan.kinds.includes(kind)),
    )
    if (documentId === undefined || words === undefined) return
    const blockId = step.subject?.blockId ?? null
    const said = { stepId: step.id, documentId, blockId, quote: null, replacement: null, ...words }
    await this.#do('contribution:make', said)
  }

  /** A refusal is part of the game: the step may be over by then. */
  async #do(name: 'ballot:cast' | 'hand:raise' | 'contribution:make', payload: object): Promise<void> {
    if (this.#seat === null) return
    const command = {
      workshopId: this.#seat.workshopId,
      key: this.#key,
      commandId: CommandId.parse(randomUUID()),
      ...payload,
    }
    const socket: { emit(name: string, ...args: unknown[]): unknown } = this.#socket
    await new Promise(resolve => socket.emit(name, command, resolve))
  }

  #later(act: () => Promise<void>): void {
    const thought = setTimeout(() => {
      this.#thoughts.delete(thought)
      void act()
    }, thinking())
    this.#thoughts.add(thought)
  }
}

/** Within the rule of the vote; most people like what stands further up. */
function choose({ options, rule }: Vote): Choices {
  const liked = options.toSorted(() => Math.random() - 0.6).slice(0, rule.perOption > 1 ? 3 : rule.most)
  let left = rule.most
  return liked.flatMap(({ id }) => {
    const weight = Math.min(left, rule.perOption, 1 + Math.floor(Math.random() * rule.perOption))
    left -= weight
    return weight > 0 ? [{ optionId: id, weight }] : []
  })
}
