/** A process full of participants. It does what its parent asks, one thing after the other, and answers what it measured. */
import type { JoinCode } from '@randnotiz/contract/workshops/hall'
import { Choices, type OptionId } from '@randnotiz/contract/workshops/voting'
import { now } from './clock.js'
import { type Ballot, Participant } from './participant.js'

export type Errand =
  /** One after the other, spread evenly. */
  | { errand: 'join'; url: string; code: JoinCode; count: number; overMs: number }
  /** Each casts one ballot, at a random moment. */
  | { errand: 'vote'; poll: Poll; overMs: number }
  /** Each casts so many ballots one after the other; some break the wire behind one. */
  | { errand: 'change minds'; poll: Poll; times: number; cutShare: number }
  /** Waits until everybody has heard of this version. */
  | { errand: 'hear'; version: number }
  /** Everybody's wire breaks at once; waits until all know how things stand. */
  | { errand: 'lose the network'; version: number }
  | { errand: 'read clocks' }

export type Poll = Pick<Ballot, 'stepId' | 'round'> & { options: OptionId[] }

/** `milliseconds` is what the errand measures; `chosen` counts, after votes, whose last choice was which option. */
export type Report = { milliseconds: number[]; chosen: Record<string, number>; lost: number }

/** What the process says to its parent. */
export type Word = { word: 'progress'; line: string } | { word: 'report'; report: Report }

const say = (word: Word) => process.send?.(word)
const progressEveryMs = 5_000

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
const participants: Participant[] = []
const report = (milliseconds: number[]): Report => ({ milliseconds, chosen: {}, lost: 0 })

async function join({ url, code, count, overMs }: Extract<Errand, { errand: 'join' }>): Promise<Report> {
  const durations = Array.from({ length: count }, async (_, at) => {
    await pause((at * overMs) / count)
    const participant = new Participant(url, { code, name: `Gast ${at + 1}` })
    participants.push(participant)
    return participant.join()
  })
  return report(await Promise.all(durations))
}

const randomOption = ({ options }: Poll) => options[Math.floor(Math.random() * options.length)]

/** Casts a random choice and checks that the receipt says the same; answers the option. */
async function castOne(participant: Participant, poll: Poll, cutAfterSending: boolean): Promise<OptionId> {
  const optionId = randomOption(poll)
  const { stepId, round } = poll
  const choices = Choices.parse([{ optionId, weight: 1 }])
  const receipt = await participant.cast({ stepId, round, choices }, { cutAfterSending })
  const [choice] = receipt.choices
  if (choice === undefined || choice.optionId !== optionId) throw new Error('the receipt says something else')
  return choice.optionId
}

async function vote({ poll, overMs }: Extract<Errand, { errand: 'vote' }>): Promise<Report> {
  const milliseconds: number[] = []
  const last = await Promise.all(
    participants.map(async participant => {
      await pause(Math.random() * overMs)
      const began = now()
      const choice = await castOne(participant, poll, false)
      milliseconds.push(now() - began)
      return choice
    }),
  )
  return { milliseconds, chosen: countOf(last), lost: 0 }
}

async function changeMinds(errand: Extract<Errand, { errand: 'change minds' }>): Promise<Report> {
  const { poll, times, cutShare } = errand
  const milliseconds: number[] = []
  const timer = setInterval(() => {
    const line = `${milliseconds.length} of ${times * participants.length} ballots acknowledged`
    say({ word: 'progress', line })
  }, progressEveryMs)
  const last = await Promise.all(
    participants.map(async participant => {
      let choice: OptionId | null = null
      for (let time = 0; time < times; time++) {
        const began = now()
        choice = await castOne(participant, poll, Math.random() < cutShare)
        milliseconds.push(now() - began)
      }
      return choice
    }),
  )
  clearInterval(timer)
  return { milliseconds, chosen: countOf(last), lost: await lostReceipts(poll, last) }
}

/** Everybody comes back once more: how many do not find the choice that was acknowledged last? */
async function lostReceipts(poll: Poll, last: readonly (OptionId | null)[]): Promise<number> {
  await loseNetwork(0)
  const isLost = (participant: Participant, at: number) => {
    const ballot = participant.seat?.ballots.find(
      ({ stepId, round }) => stepId === poll.stepId && round === poll.round,
    )
    return ballot?.choices[0]?.optionId !== last[at]
  }
  return participants.filter(isLost).length
}

function countOf(choices: readonly (OptionId | null)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const choice of choices) if (choice !== null) counts[choice] = (counts[choice] ?? 0) + 1
  return counts
}

async function hear(version: number): Promise<Report> {
  const end = now() + 30_000
  while (now() < end && !participants.every(participant => participant.hasHeard(version))) await pause(20)
  return report(participants.map(participant => participant.heardAt(version)))
}

async function loseNetwork(version: number): Promise<Report> {
  const began = now()
  for (const participant of participants) participant.cut()
  await pause(1)
  await Promise.all(participants.map(participant => participant.seated()))
  await hear(version)
  return report(participants.map(({ seatedAt }) => seatedAt - began))
}

async function readClocks(): Promise<Report> {
  const offsets: number[] = []
  for (const participant of participants.slice(0, 100))
    offsets.push(Math.abs(await participant.clockOffset()))
  return report(offsets)
}

function run(errand: Errand): Promise<Report> {
  switch (errand.errand) {
    case 'join':
      return join(errand)
    case 'vote':
      return vote(errand)
    case 'change minds':
      return changeMinds(errand)
    case 'hear':
      return hear(errand.version)
    case 'lose the network':
      return loseNetwork(errand.version)
    case 'read clocks':
      return readClocks()
  }
}

process.on('message', (errand: Errand) => {
  run(errand).then(
    report => say({ word: 'report', report }),
    error => {
      console.error(error)
      process.exit(1)
    },
  )
})
