/**
 * A hall that votes and speaks while its server is killed (`kill -9`) between any two steps and in the middle of them.
 * Whoever got no answer asks the same thing again, as phones and desks do. These hold:
 * C1 no ballot counts twice, and C2 none that was acknowledged is lost or undone by a replay: the revealed count is that
 *    of the last acknowledged choices;
 * C3 what is said while everybody thinks alone reaches nobody else's wire before the reveal, and everybody's after it;
 * C4 the version never goes back, and a repeated move moves once.
 */
import type { BlockId, CommandId, DocumentId } from '@randnotiz/contract/kit/ids'
import { StepId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { Agenda } from '@randnotiz/contract/workshops/agenda'
import type { Contribution, Contributions } from '@randnotiz/contract/workshops/contributions'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { Move } from '@randnotiz/contract/workshops/moves'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { graceEndsAt } from '@randnotiz/domain/workshops/voting'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { signInAs } from '@randnotiz/test-kit/sign-in-as'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import { until } from '@randnotiz/test-kit/until'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDocument } from '../../testing/demo-document.js'
import { linesOf } from './lines-of.js'
import {
  accepted,
  choose,
  commandId,
  type Desk,
  enterWithPhones,
  type Phone,
  planWorkshopOf,
  pollStep,
  smallAgenda,
} from './testing/hall.js'

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
const runs = Number(process.env.FUZZ_RUNS ?? 3)
/** Each costs a start of the server. */
const mostKills = 4
const people = 4
const facilitator = 'werkstatt@example.org'
const gatherStep = StepId.parse('00000000-0000-4000-8000-00000000000a')

let server: RunningServer
let place: { documentId: DocumentId; blockId: BlockId }
beforeAll(async () => {
  server = await startServer()
  const { document, text } = await readDocument(server.url, 'mobile-stadt')
  const line = linesOf(text.html).find(({ kind }) => kind === 'paragraph')
  if (!line) throw new Error('the demo text has no paragraph')
  place = { documentId: document.id, blockId: line.blockId }
})
afterAll(() => server?.remove())

/** When the server dies while something is asked: before it can answer, when it just has, or not at all. */
type Cut = 'none' | 'underWay' | 'answered'

/** What must be true, whatever the server has been through. */
type Model = {
  step: 'voting' | 'gathering' | 'revealed'
  round: number
  kills: number
  /** The last acknowledged choice of each person in this round. */
  stands: Map<number, 'yes' | 'no'>
  said: { by: number; words: string }[]
}

type Hall = {
  desk: Desk
  phones: Phone[]
  /** Everything that came over each phone's wires. */
  wires: string[][]
  version: number
  /** The first command of each person in this round, with its choice. */
  first: Map<number, { id: CommandId; choice: 'yes' | 'no' }>
}

async function openHall(): Promise<Hall> {
  const kind = { kind: 'gather', kinds: ['idea'], sealedInput: true, most: null }
  const gathering = Agenda.parse([
    {
      id: gatherStep,
      title: 'Allein sammeln',
      minutes: 5,
      subject: { ...place, annotationId: null },
      plan: kind,
    },
  ])
  const [poll] = smallAgenda()
  const town = { url: server.url, signIn: (email: string) => signInAs(server.url, email) }
  const desk = await planWorkshopOf(town, Agenda.parse([poll, ...gathering]))
  await desk.must({ move: 'openLobby' })
  const phones = await enterWithPhones(town, desk.view.code, people)
  await desk.must({ move: 'start' }, { move: 'openStep', stepId: pollStep })
  const hall = { desk, phones, wires: phones.map(() => []), version: 0, first: new Map() }
  listen(hall)
  return hall
}

function listen({ phones, wires }: Hall): void {
  for (const [at, phone] of phones.entries())
    phone.socket.onAny((...heard: unknown[]) => wires[at]?.push(JSON.stringify(heard)))
}

/** `kill -9`, a new start on what is on the disk, and everybody comes back. */
async function crash(hall: Hall): Promise<void> {
  const { desk, phones } = hall
  await server.kill()
  await server.start()
  desk.socket.disconnect()
  desk.socket = await openSocket(server.url, await signInAs(server.url, facilitator))
  const { workshopId } = desk.view
  const opened: Result<DeskView> = await desk.socket.emitWithAck('desk:open', { workshopId })
  desk.view = accepted(opened)
  for (const phone of phones) await phone.comeBack(server.url)
  listen(hall)
  checkVersion(hall)
}

function checkVersion(hall: Hall): void {
  const { version } = hall.desk.view.session
  expect(version, 'C4').toBeGreaterThanOrEqual(hall.version)
  for (const { seat } of hall.phones) expect(seat?.hall.version, 'C4').toBeGreaterThanOrEqual(hall.version)
  hall.version = version
}

/** Asks until there is an answer; the same thing again when the server died over it. */
async function insist<Value>(
  hall: Hall,
  cut: Cut,
  ask: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  if (cut === 'none') return ask()
  // The wire breaks with the server: then there is no answer.
  const lost = ask().catch(() => null)
  if (cut === 'answered') await lost
  await crash(hall)
  return ask()
}

const moveOn = async (hall: Hall, cut: Cut, move: Move): Promise<void> => {
  const id = commandId()
  const { version } = hall.desk.view.session
  accepted(await insist(hall, cut, () => hall.desk.move(move, id, version)))
  const events = hall.desk.view.session.version - version
  // One for the move; a seal that was announced may have come by itself.
  expect(events, 'C4').toBe(1)
  hall.version = version + events
}

const phoneOf = ({ phones }: Hall, person: number): Phone => {
  const phone = phones[person]
  if (!phone) throw new Error('nobody came')
  return phone
}

type Command = fc.AsyncCommand<Model, Hall>

const killsOf = (cut: Cut) => (cut === 'none' ? 0 : 1)
const mayKill = ({ kills }: Model, cut: Cut) => kills + killsOf(cut) <= mostKills

class Cast implements Command {
  constructor(
    readonly person: number,
    readonly choice: 'yes' | 'no',
    readonly cut: Cut,
  ) {}
  check = (model: Readonly<Model>) => model.step === 'voting' && mayKill(model, this.cut)
  async run(model: Model, hall: Hall): Promise<void> {
    const id = commandId()
    const cast = () => phoneOf(hall, this.person).cast(choose(this.choice), id, model.round)
    expect(accepted(await insist(hall, this.cut, cast)).choices, 'C2').toEqual(choose(this.choice))
    model.stands.set(this.person, this.choice)
    model.kills += killsOf(this.cut)
    if (!hall.first.has(this.person)) hall.first.set(this.person, { id, choice: this.choice })
  }
  toString = () => `cast(${this.person}, ${this.choice}, ${this.cut})`
}

/** Something that was sent long ago arrives once more: it changes nothing, and the answer is what stands. */
class Replay implements Command {
  constructor(readonly person: number) {}
  check = (model: Readonly<Model>) => model.stands.has(this.person)
  async run(model: Model, hall: Hall): Promise<void> {
    const first = hall.first.get(this.person)
    const stands = model.stands.get(this.person)
    if (!first || !stands) throw new Error('nothing was cast')
    const receipt = await phoneOf(hall, this.person).cast(choose(first.choice), first.id, model.round)
    expect(accepted(receipt).choices, 'C2').toEqual(choose(stands))
  }
  toString = () => `replay(${this.person})`
}

class Crash implements Command {
  check = (model: Readonly<Model>) => mayKill(model, 'answered')
  async run(model: Model, hall: Hall): Promise<void> {
    await crash(hall)
    model.kills += 1
    if (model.step !== 'voting') return
    for (const [person, choice] of model.stands) {
      const ballots = phoneOf(hall, person).seat?.ballots ?? []
      expect(ballots.find(({ round }) => round === model.round)?.choices, 'C2').toEqual(choose(choice))
    }
  }
  toString = () => 'crash'
}

/** Seals and reveals the vote, then asks again or goes on to the gathering. */
class Count implements Command {
  constructor(
    readonly then: 'again' | 'gather',
    readonly cut: Cut,
  ) {}
  check = (model: Readonly<Model>) => model.step === 'voting' && mayKill(model, this.cut)
  async run(model: Model, hall: Hall): Promise<void> {
    await moveOn(hall, this.cut, { move: 'sealStep', stepId: pollStep })
    await reveal(hall, pollStep)
    const item = hall.desk.view.session.agenda.find(({ step }) => step.id === pollStep)
    const result = item?.rounds.at(-1)?.result
    const weight = (option: 'yes' | 'no') =>
      result?.tally.options.find(({ optionId }) => optionId === option)?.weight
    const choices = [...model.stands.values()]
    expect(result?.tally.cast, 'C1').toBe(choices.length)
    for (const option of ['yes', 'no'] as const)
      expect(weight(option), 'C1, C2').toBe(choices.filter(choice => choice === option).length)
    model.kills += killsOf(this.cut)
    model.stands.clear()
    hall.first.clear()
    const again = this.then === 'again'
    await moveOn(hall, 'none', { move: 'openStep', stepId: again ? pollStep : gatherStep })
    model.step = again ? 'voting' : 'gathering'
    model.round += again ? 1 : 0
  }
  toString = () => `count(${this.then}, ${this.cut})`
}

class Say implements Command {
  constructor(
    readonly person: number,
    readonly cut: Cut,
  ) {}
  check = (model: Readonly<Model>) => model.step === 'gathering' && mayKill(model, this.cut)
  async run(model: Model, hall: Hall): Promise<void> {
    const words = `Einwurf ${model.said.length + 1} von Platz ${this.person}`
    const id = commandId()
    accepted(await insist(hall, this.cut, () => say(phoneOf(hall, this.person), words, id)))
    model.said.push({ by: this.person, words })
    model.kills += killsOf(this.cut)
    await checkSealed(model, hall)
  }
  toString = () => `say(${this.person}, ${this.cut})`
}

class RevealWords implements Command {
  constructor(readonly cut: Cut) {}
  check = (model: Readonly<Model>) => model.step === 'gathering' && mayKill(model, this.cut)
  async run(model: Model, hall: Hall): Promise<void> {
    await moveOn(hall, this.cut, { move: 'sealStep', stepId: gatherStep })
    await checkSealed(model, hall)
    await reveal(hall, gatherStep)
    for (const phone of hall.phones)
      expect(await seenBy(phone), 'C2, C3').toEqual(model.said.map(({ words }) => words))
    model.step = 'revealed'
    model.kills += killsOf(this.cut)
  }
  toString = () => `revealWords(${this.cut})`
}

/** Nothing is revealed while a ballot may still be on its way; whoever asks all the time is refused for that. */
async function reveal(hall: Hall, stepId: StepId): Promise<void> {
  const item = itemOf(hall.desk.view.session, stepId)
  const graceEnds = (item && graceEndsAt(item)) ?? 0
  await until('the end of the moment of grace', () => Date.now() > graceEnds)
  accepted(await hall.desk.move({ move: 'revealStep', stepId }))
}

async function checkSealed({ said }: Model, { phones, wires }: Hall): Promise<void> {
  for (const [person, phone] of phones.entries()) {
    const own = said.filter(({ by }) => by === person).map(({ words }) => words)
    expect(await seenBy(phone), 'C3').toEqual(own)
    for (const { by, words } of said)
      if (by !== person) expect(wires[person]?.join(), 'C3').not.toContain(words)
  }
}

const say = (phone: Phone, body: string, id: CommandId): Promise<Result<Contribution>> =>
  phone.socket.emitWithAck('contribution:make', {
    workshopId: phone.workshopId(),
    key: phone.key,
    commandId: id,
    stepId: gatherStep,
    ...place,
    quote: null,
    kind: 'idea',
    body,
    replacement: null,
  })

async function seenBy(phone: Phone): Promise<string[]> {
  const asked = { workshopId: phone.workshopId(), key: phone.key, after: 0 }
  const answer: Result<Contributions> = await phone.socket.emitWithAck('contributions:read', asked)
  return accepted(answer).contributions.map(({ body }) => body)
}

const someone = fc.nat({ max: people - 1 })
const someCut = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Cut>('none') },
  { weight: 1, arbitrary: fc.constantFrom<Cut>('underWay', 'answered') },
)
const commands = fc.commands<Model, Hall, false>(
  [
    fc
      .tuple(someone, fc.constantFrom('yes' as const, 'no' as const), someCut)
      .map(([person, choice, cut]) => new Cast(person, choice, cut)),
    someone.map(person => new Replay(person)),
    fc.constant(new Crash()),
    fc
      .tuple(fc.constantFrom('again' as const, 'gather' as const), someCut)
      .map(([then, cut]) => new Count(then, cut)),
    fc.tuple(someone, someCut).map(([person, cut]) => new Say(person, cut)),
    someCut.map(cut => new RevealWords(cut)),
  ],
  { maxCommands: 40, size: 'max' },
)

it(`loses, doubles and gives away nothing over any crash (FUZZ_SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(commands, async tried => {
      const hall = await openHall()
      const model: Model = { step: 'voting', round: 1, kills: 0, stands: new Map(), said: [] }
      try {
        await fc.asyncModelRun(() => ({ model, real: hall }), tried)
      } finally {
        for (const { socket } of [hall.desk, ...hall.phones]) socket.disconnect()
      }
    }),
    // Shrinking would start the server hundreds of times; the seed and the trace say what happened.
    { seed, numRuns: runs, endOnFailure: true },
  )
}, 600_000)
