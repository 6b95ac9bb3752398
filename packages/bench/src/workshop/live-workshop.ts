/**
 * A hall full of people over real sockets: they join, vote, hear of steps and spotlights, lose the network, and change
 * their minds while wires break and the server is killed once. What was acknowledged is compared with the revealed count.
 */
import { DocumentId, type StepId } from '@randnotiz/contract/kit/ids'
import { OptionId, type VoteResult } from '@randnotiz/contract/workshops/voting'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import { percentiles } from '../percentiles.js'
import { residentMemory } from '../server-memory.js'
import type { Figure, Tell, Workload } from '../workload.js'
import { now } from './clock.js'
import { Crowd } from './crowd.js'
import type { Poll, Report } from './crowd-process.js'
import { Facilitator, options, pollSteps } from './facilitator.js'

type Hall = { server: RunningServer; crowd: Crowd; facilitator: Facilitator; people: number }

const [calm, hasty, stormy] = pollSteps as [StepId, StepId, StepId]
const optionIds = options.map(option => OptionId.parse(option))
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** So many ballots in all, whatever the number of people. */
const ballots = 100_000
const cutShare = 0.01
const moves = 10

async function joinWave({ server, crowd, facilitator, people }: Hall): Promise<Figure[]> {
  const { code } = facilitator.view
  const overMs = (people / 500) * 60_000
  const { milliseconds } = await crowd.send({ errand: 'join', url: server.url, code, count: people, overMs })
  return percentiles(`join, ${people} in ${overMs / 1000} s`, milliseconds)
}

async function openPoll({ facilitator }: Hall, stepId: StepId): Promise<Poll> {
  await facilitator.move({ move: 'openStep', stepId })
  const item = facilitator.view.session.agenda.find(({ step }) => step.id === stepId)
  return { stepId, round: item?.rounds.at(-1)?.number ?? 1, options: optionIds }
}

async function vote(hall: Hall, stepId: StepId, overMs: number): Promise<Figure[]> {
  const poll = await openPoll(hall, stepId)
  const report = await hall.crowd.send({ errand: 'vote', poll, overMs })
  const result = await hall.facilitator.result(stepId)
  return [
    ...percentiles(`vote acknowledged, all in ${overMs / 1000} s`, report.milliseconds),
    count('… counted otherwise than acknowledged', wrongIn(result, report)),
  ]
}

const count = (name: string, value: number): Figure => ({ name, value, unit: '' })

/** Ballots of the revealed result that differ from what the people were told last. */
function wrongIn({ tally }: VoteResult, { chosen }: Report): number {
  const differences = tally.options.map(({ optionId, voters }) => Math.abs(voters - (chosen[optionId] ?? 0)))
  return differences.reduce((sum, difference) => sum + difference, 0)
}

/** From the press of the button until it is on every screen. */
async function shown(hall: Hall): Promise<Figure[]> {
  const milliseconds: number[] = []
  const subject = {
    documentId: DocumentId.parse(hall.facilitator.view.session.setup.documentIds[0]),
    blockId: null,
    annotationId: null,
  }
  for (let at = 0; at < moves; at++) {
    const began = now()
    const version = await hall.facilitator.move(
      at % 2 === 0 ? { move: 'spotlight', subject, mode: 'invite' } : { move: 'releaseSpotlight' },
    )
    const heard = await hall.crowd.send({ errand: 'hear', version })
    milliseconds.push(...heard.milliseconds.map(arrived => arrived - began))
    await pause(300)
  }
  return percentiles('spotlight on every screen', milliseconds)
}

async function networkDrop({ crowd, facilitator }: Hall): Promise<Figure[]> {
  const { version } = facilitator.view.session
  const { milliseconds } = await crowd.send({ errand: 'lose the network', version })
  return percentiles('network lost until all is right again', milliseconds)
}

async function clocks({ crowd }: Hall): Promise<Figure[]> {
  const { milliseconds } = await crowd.send({ errand: 'read clocks' })
  return percentiles('error of the clock', milliseconds)
}

/** Everybody votes again and again, wires break behind sent ballots, and the server dies once in the middle. */
async function storm(hall: Hall): Promise<Figure[]> {
  const { server, crowd, facilitator, people } = hall
  const poll = await openPoll(hall, stormy)
  const times = Math.ceil(ballots / people)
  const began = now()
  const voting = crowd.send({ errand: 'change minds', poll, times, cutShare })
  await pause(10_000)
  await server.kill()
  await server.start()
  const report = await voting
  const seconds = (now() - began) / 1000
  await facilitator.comeBack()
  const result = await facilitator.result(stormy)
  return [
    count('ballots cast with cuts and a kill -9', times * people),
    { name: '… per second, the restart included', value: Math.round((times * people) / seconds), unit: '' },
    ...percentiles('… acknowledged', report.milliseconds),
    count('… whose receipt was lost', report.lost),
    count('… counted otherwise than acknowledged', wrongIn(result, report)),
    count('… more ballots than people', Math.max(0, result.tally.cast - people)),
  ]
}

const acts: [name: string, act: (hall: Hall) => Promise<Figure[]>][] = [
  ['everybody joins', joinWave],
  ['spotlights', shown],
  ['a vote in ten seconds', hall => vote(hall, calm, 10_000)],
  ['a vote in one second', hall => vote(hall, hasty, 1_000)],
  ['the network goes', networkDrop],
  ['clocks', clocks],
  ['memory', memory],
  ['everybody votes again and again', storm],
]

async function memory({ server }: Hall): Promise<Figure[]> {
  return [{ name: 'memory of the server', value: residentMemory(server.pid()), unit: 'MiB' }]
}

async function run(people: number, tell: Tell): Promise<Figure[]> {
  const server = await startServer()
  const crowd = new Crowd(tell)
  let facilitator: Facilitator | null = null
  try {
    facilitator = await Facilitator.begin(server.url)
    const hall = { server, crowd, facilitator, people }
    const figures: Figure[] = []
    for (const [name, act] of acts) {
      tell(name)
      figures.push(...(await act(hall)))
    }
    return figures
  } finally {
    facilitator?.leave()
    await crowd.leave()
    await server.remove()
  }
}

export const liveWorkshops: Workload[] = [500, 750].map(people => ({
  name: `live workshop of ${people}`,
  story: `${people} people in one hall, ${ballots.toLocaleString('en')} ballots with cuts, one kill -9`,
  run: tell => run(people, tell),
}))
