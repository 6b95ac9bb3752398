import type { ParticipantId, WorkshopId } from '@randnotiz/contract/kit/ids'
import type { AgendaLine, HallStep, HallView } from '@randnotiz/contract/workshops/hall'
import type { AgendaItem, Session } from '@randnotiz/contract/workshops/session'
import { itemOf } from './agenda-item.js'
import { speaking, speakingOrder } from './speakers.js'

/** `nameOf` answers the name by which the hall knows somebody who speaks or wants to. */
export type HallContext = { now: Date; nameOf(id: ParticipantId): string }

/** What everybody in the hall may see: nothing of steps to come but their titles, nothing of who runs the session. */
export function hallView(workshopId: WorkshopId, session: Session, { now, nameOf }: HallContext): HallView {
  const { setup, currentStep, speakers } = session
  const current = currentStep === null ? null : itemOf(session, currentStep)
  const turn = speaking(speakers)
  const speaker = (participantId: ParticipantId) => ({ participantId, name: nameOf(participantId) })
  return {
    workshopId,
    version: session.version,
    phase: session.phase,
    title: setup.title,
    documentIds: setup.documentIds,
    admission: setup.admission,
    rehearsal: setup.rehearsal,
    agenda: session.agenda.map(agendaLine),
    current: current && hallStep(current),
    revealed: session.agenda.filter(item => item !== current && hasResult(item)).map(hallStep),
    spotlight: session.spotlight,
    speakers: {
      waiting: speakingOrder(speakers, now).map(speaker),
      speaking: turn && { ...speaker(turn.participantId), since: turn.startedAt },
    },
    scene: session.scene,
    heldBack: session.heldBack.map(({ annotationId }) => annotationId),
  }
}

function agendaLine({ step, status }: AgendaItem): AgendaLine {
  return {
    stepId: step.id,
    title: step.title,
    minutes: step.minutes,
    kind: step.plan.kind,
    state: status.state,
  }
}

function hallStep(item: AgendaItem): HallStep {
  const { step, status, rounds, groups, conclusion } = item
  return { step, status, rounds, groups, conclusion }
}

function hasResult(item: AgendaItem): boolean {
  const { state } = item.status
  return (state === 'revealed' || state === 'settled') && item.rounds.some(({ result }) => result !== null)
}
