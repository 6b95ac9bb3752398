import type { AnnotationId, StepId } from '@randnotiz/contract/kit/ids'
import type { SessionEvent, SessionFact } from '@randnotiz/contract/workshops/events'
import type {
  AgendaItem,
  Group,
  Round,
  Session,
  SessionPhase,
  StepState,
} from '@randnotiz/contract/workshops/session'
import { changeAgenda, insertStep, plannedItem } from './agenda.js'
import { timeOf } from './agenda-item.js'
import { mergeGroups, moveToGroup } from './groups.js'
import { stopped } from './step-time.js'

type Fact<Name extends SessionFact['fact']> = Extract<SessionFact, { fact: Name }>

/** Facts that several people cause at once without disturbing who steers. */
const quietFacts: ReadonlySet<SessionFact['fact']> = new Set([
  'controlRequested',
  'groupMade',
  'groupTitled',
  'movedToGroup',
  'groupsMerged',
  'groupRemoved',
  'speechAsked',
  'speechUnasked',
  'heldBack',
  'letThrough',
  'outcomeRecorded',
  'outcomeRemoved',
  'followUpSettled',
] satisfies SessionFact['fact'][])

/** The session before its first event comes from that event; every later one is folded in. */
export function begin(event: SessionEvent & { fact: Fact<'planned'> }): Session {
  const { setup, agenda, owner } = event.fact
  return {
    version: event.seq,
    deskVersion: event.seq,
    phase: 'draft',
    setup,
    crew: [{ userId: owner, role: 'owner' }],
    agenda: agenda.map(plannedItem),
    currentStep: null,
    control: { holder: owner, since: event.at, requestedBy: null },
    spotlight: null,
    speakers: { waiting: [], turns: [] },
    scene: 'follow',
    heldBack: [],
    outcomes: [],
  }
}

/** Folds one event into the session: pure, total, and the same on the server and in every browser. */
export function evolve(session: Session, event: SessionEvent): Session {
  const next = applyFact(session, event)
  const deskVersion = quietFacts.has(event.fact.fact) ? session.deskVersion : event.seq
  return { ...next, version: event.seq, deskVersion }
}

/** A session from its log, oldest event first. Throws for a log that does not begin with its planning. */
export function replay(events: readonly SessionEvent[]): Session {
  const [first, ...rest] = events
  if (first?.fact.fact !== 'planned') throw new Error('a log begins with the planning of its session')
  return rest.reduce(evolve, begin({ ...first, fact: first.fact }))
}

function applyFact(session: Session, event: SessionEvent): Session {
  const { fact } = event
  const now = new Date(event.at)
  switch (fact.fact) {
    case 'planned':
      return session
    case 'setupChanged':
      return { ...session, setup: fact.setup }
    case 'agendaChanged':
      return { ...session, agenda: changeAgenda(session.agenda, fact.agenda) ?? session.agenda }
    case 'stepInserted':
      return withInserted(session, fact)
    case 'crewSet':
      return { ...session, crew: fact.crew }
    case 'scheduled':
      return { ...session, phase: 'scheduled', setup: { ...session.setup, startsAt: fact.startsAt } }
    case 'phaseChanged':
      return enterPhase(session, fact.phase, now)
    case 'stepOpened':
      return openStep(session, fact, event.at)
    case 'stepHeld':
      return withStatus(session, fact.stepId, { state: 'held', time: fact.time })
    case 'stepResumed':
      return withStatus(session, fact.stepId, { state: 'open', time: fact.time, sealsAt: null })
    case 'timeSet':
      return withItem(session, fact.stepId, item => ({ ...item, status: withTime(item.status, fact) }))
    case 'sealAnnounced':
      return withItem(session, fact.stepId, item => ({
        ...item,
        status: { state: 'open', time: timeOf(item), sealsAt: fact.sealsAt },
      }))
    case 'stepSealed':
      return withItem(session, fact.stepId, item => ({
        ...withLastRound(item, round => ({ ...round, sealedAt: event.at })),
        status: { state: 'sealed' },
      }))
    case 'stepRevealed':
      return withItem(session, fact.stepId, item => ({
        ...withLastRound(item, round => ({ ...round, result: fact.result })),
        status: { state: 'revealed' },
      }))
    case 'stepSettled':
      return leave(
        withItem(session, fact.stepId, item => ({
          ...item,
          status: { state: 'settled' },
          conclusion: fact.conclusion,
        })),
        fact.stepId,
      )
    case 'stepSkipped':
      return leave(withStatus(session, fact.stepId, { state: 'skipped' }), fact.stepId)
    case 'controlRequested':
      return { ...session, control: { ...session.control, requestedBy: fact.by } }
    case 'controlDeclined':
      return { ...session, control: { ...session.control, requestedBy: null } }
    case 'controlPassed':
      return { ...session, control: { holder: fact.to, since: event.at, requestedBy: null } }
    case 'spotlit':
      return { ...session, spotlight: fact.spotlight }
    case 'spotlightReleased':
      return { ...session, spotlight: null }
    case 'groupMade':
      return withGroups(session, fact.stepId, groups =>
        moveToGroup(
          [...groups, { id: fact.groupId, title: fact.title, annotationIds: [] }],
          fact.groupId,
          fact.annotationIds,
        ),
      )
    case 'groupTitled':
      return withGroups(session, fact.stepId, groups =>
        groups.map(group => (group.id === fact.groupId ? { ...group, title: fact.title } : group)),
      )
    case 'movedToGroup':
      return withGroups(session, fact.stepId, groups => moveToGroup(groups, fact.groupId, fact.annotationIds))
    case 'groupsMerged':
      return withGroups(session, fact.stepId, groups => mergeGroups(groups, fact.from, fact.into))
    case 'groupRemoved':
      return withGroups(session, fact.stepId, groups => groups.filter(group => group.id !== fact.groupId))
    case 'speechAsked':
      return withSpeakers(session, ({ waiting, turns }) => ({
        waiting: [...waiting, { participantId: fact.participantId, since: event.at }],
        turns,
      }))
    case 'speechUnasked':
      return withSpeakers(session, ({ waiting, turns }) => ({
        waiting: waiting.filter(({ participantId }) => participantId !== fact.participantId),
        turns,
      }))
    case 'turnStarted':
      return withSpeakers(session, speakers => {
        const { waiting, turns } = endTurn(speakers, event.at)
        const turn = { participantId: fact.participantId, startedAt: event.at, endedAt: null }
        return {
          waiting: waiting.filter(({ participantId }) => participantId !== fact.participantId),
          turns: [...turns, turn],
        }
      })
    case 'turnEnded':
      return withSpeakers(session, speakers => endTurn(speakers, event.at))
    case 'sceneShown':
      return { ...session, scene: fact.scene }
    case 'heldBack': {
      const { annotationId, reason } = fact
      return { ...session, heldBack: [...without(session, annotationId), { annotationId, reason }] }
    }
    case 'letThrough':
      return { ...session, heldBack: without(session, fact.annotationId) }
    case 'outcomeRecorded':
      return withOutcomes(session, outcomes => keepOutcome(outcomes, fact.outcome))
    case 'outcomeRemoved':
      return withOutcomes(session, outcomes => outcomes.filter(({ id }) => id !== fact.outcomeId))
    case 'followUpSettled':
      return withOutcomes(session, outcomes =>
        outcomes.map(one => (one.id === fact.outcomeId ? { ...one, state: fact.state } : one)),
      )
  }
}

type Outcomes = Session['outcomes']

const withOutcomes = (session: Session, change: (outcomes: Outcomes) => Outcomes): Session => ({
  ...session,
  outcomes: change(session.outcomes),
})

/** In its place when it is there already, else at the end. */
const keepOutcome = (outcomes: Outcomes, outcome: Outcomes[number]): Outcomes =>
  outcomes.some(({ id }) => id === outcome.id)
    ? outcomes.map(other => (other.id === outcome.id ? outcome : other))
    : [...outcomes, outcome]

const without = (session: Session, annotationId: AnnotationId) =>
  session.heldBack.filter(held => held.annotationId !== annotationId)

function withInserted(session: Session, { step, before }: Fact<'stepInserted'>): Session {
  const agenda = changeAgenda(session.agenda, insertStep(session.agenda, step, before))
  return agenda === null ? session : { ...session, agenda }
}

/** A pause holds the step; with the close of the session every step that still ran is settled. */
function enterPhase(session: Session, phase: SessionPhase, now: Date): Session {
  const entered = { ...session, phase }
  if (phase === 'paused')
    return mapStatus(entered, status =>
      status.state === 'open' ? { state: 'held', time: stopped(status.time, now) } : status,
    )
  if (phase !== 'closed') return entered
  const settled = mapStatus(entered, status =>
    status.state === 'open' || status.state === 'held' ? { state: 'settled' } : status,
  )
  return {
    ...settled,
    currentStep: null,
    spotlight: null,
    speakers: endTurn({ ...settled.speakers, waiting: [] }, now.toISOString()),
  }
}

/** Leaving a step for another settles it; a sealed vote waits for its reveal. */
function openStep(session: Session, fact: Fact<'stepOpened'>, at: string): Session {
  const left = mapStatus(session, (status, item) => {
    if (item.step.id !== session.currentStep || item.step.id === fact.stepId) return status
    return status.state === 'sealed' || status.state === 'skipped' ? status : { state: 'settled' }
  })
  const round: Round = { number: fact.round, openedAt: at, sealedAt: null, vote: fact.vote, result: null }
  return withItem({ ...left, currentStep: fact.stepId, scene: 'follow' }, fact.stepId, item => ({
    ...item,
    status: { state: 'open', time: fact.time, sealsAt: null },
    rounds: [...item.rounds, round],
    conclusion: null,
  }))
}

const leave = (session: Session, stepId: StepId): Session =>
  session.currentStep === stepId ? { ...session, currentStep: null } : session

function mapStatus(session: Session, change: (status: StepState, item: AgendaItem) => StepState): Session {
  return {
    ...session,
    agenda: session.agenda.map(item => ({ ...item, status: change(item.status, item) })),
  }
}

function withItem(session: Session, stepId: StepId, change: (item: AgendaItem) => AgendaItem): Session {
  return {
    ...session,
    agenda: session.agenda.map(item => (item.step.id === stepId ? change(item) : item)),
  }
}

const withStatus = (session: Session, stepId: StepId, status: StepState) =>
  withItem(session, stepId, item => ({ ...item, status }))

const withGroups = (session: Session, stepId: StepId, change: (groups: Group[]) => Group[]) =>
  withItem(session, stepId, item => ({ ...item, groups: change(item.groups) }))

const withSpeakers = (session: Session, change: (speakers: Session['speakers']) => Session['speakers']) => ({
  ...session,
  speakers: change(session.speakers),
})

function withLastRound(item: AgendaItem, change: (round: Round) => Round): AgendaItem {
  return {
    ...item,
    rounds: item.rounds.map((round, at) => (at === item.rounds.length - 1 ? change(round) : round)),
  }
}

function withTime(status: StepState, { time }: Fact<'timeSet'>): StepState {
  return 'time' in status ? { ...status, time } : status
}

function endTurn({ waiting, turns }: Session['speakers'], at: string): Session['speakers'] {
  return { waiting, turns: turns.map(turn => (turn.endedAt === null ? { ...turn, endedAt: at } : turn)) }
}
