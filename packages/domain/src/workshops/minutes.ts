import type { OutcomeId, StepId } from '@randnotiz/contract/kit/ids'
import type { SessionEvent } from '@randnotiz/contract/workshops/events'
import type { Incident } from '@randnotiz/contract/workshops/minutes'
import type { Session } from '@randnotiz/contract/workshops/session'
import { hasHappened } from './agenda.js'
import { itemOf } from './agenda-item.js'
import { evolve, replay } from './evolve.js'
import { shares } from './speakers.js'

export type Course = {
  begunAt: string | null
  endedAt: string | null
  /** How long each step was the current one, pauses and holds included, in milliseconds. */
  ranMs: ReadonlyMap<StepId, number>
  incidents: Incident[]
  speaking: { people: number; turns: number; minutes: number }
  /** Outcomes that were written or changed after the end, and when. */
  changedSince: ReadonlyMap<OutcomeId, string>
}

/** How a session went, from its log: pure, so the minutes of a log are the same whenever they are asked for. */
export function courseOf(events: readonly SessionEvent[], now: Date): Course {
  const session = replay(events)
  const atPhase = (phase: string) =>
    events.find(({ fact }) => fact.fact === 'phaseChanged' && fact.phase === phase)?.at ?? null
  const endedAt = atPhase('closed')
  const spoken = [...shares(session.speakers.turns, now).values()]
  return {
    begunAt: atPhase('live'),
    endedAt,
    ranMs: runningTimes(events, endedAt === null ? now.getTime() : Date.parse(endedAt)),
    incidents: incidentsOf(events),
    changedSince: changedSince(events),
    speaking: {
      people: spoken.length,
      turns: session.speakers.turns.length,
      minutes: Math.round(spoken.reduce((sum, { spokenMs }) => sum + spokenMs, 0) / 60_000),
    },
  }
}

function changedSince(events: readonly SessionEvent[]): Map<OutcomeId, string> {
  const changed = new Map<OutcomeId, string>()
  const end = events.findIndex(({ fact }) => fact.fact === 'phaseChanged' && fact.phase === 'closed')
  for (const { fact, at } of end < 0 ? [] : events.slice(end)) {
    if (fact.fact === 'outcomeRecorded') changed.set(fact.outcome.id, at)
    if (fact.fact === 'followUpSettled') changed.set(fact.outcomeId, at)
  }
  return changed
}

function runningTimes(events: readonly SessionEvent[], end: number): Map<StepId, number> {
  const ran = new Map<StepId, number>()
  let running: { stepId: StepId; since: number } | null = null
  const stop = (at: number) => {
    if (running) ran.set(running.stepId, (ran.get(running.stepId) ?? 0) + Math.max(0, at - running.since))
    running = null
  }
  for (const { fact, at } of events) {
    const moment = Date.parse(at)
    if (fact.fact === 'stepOpened') {
      stop(moment)
      running = { stepId: fact.stepId, since: moment }
    }
    if (fact.fact === 'stepSettled' || fact.fact === 'stepSkipped') stop(moment)
  }
  stop(end)
  return ran
}

/** In order. What belongs to the plan, and every vote, stands elsewhere. */
function incidentsOf(events: readonly SessionEvent[]): Incident[] {
  const [first, ...rest] = events
  if (!first) return []
  let session = replay([first])
  return rest.flatMap(event => {
    const incident = incidentOf(session, event)
    session = evolve(session, event)
    return incident ? [{ title: null, reason: null, ...incident, at: event.at }] : []
  })
}

function incidentOf(
  session: Session,
  { fact }: SessionEvent,
): (Pick<Incident, 'what'> & Partial<Incident>) | null {
  const titleOf = (stepId: StepId) => itemOf(session, stepId)?.step.title ?? null
  switch (fact.fact) {
    case 'phaseChanged':
      if (fact.phase === 'paused') return { what: 'paused' }
      return session.phase === 'paused' && fact.phase === 'live' ? { what: 'resumed' } : null
    case 'controlPassed':
      return { what: fact.how === 'agreed' ? 'controlPassed' : 'controlTaken' }
    case 'stepOpened': {
      const item = itemOf(session, fact.stepId)
      return item && hasHappened(item) ? { what: 'stepReopened', title: item.step.title } : null
    }
    case 'stepSkipped':
      return { what: 'stepSkipped', title: titleOf(fact.stepId) }
    case 'stepInserted':
      return { what: 'stepInserted', title: fact.step.title }
    case 'heldBack':
      return { what: 'heldBack', reason: fact.reason }
    case 'letThrough':
      return { what: 'letThrough' }
    default:
      return null
  }
}
