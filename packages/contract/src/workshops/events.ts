import { z } from 'zod'
import { AnnotationId, CommandId, GroupId, OutcomeId, ParticipantId, StepId, UserId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Agenda, Step } from './agenda.js'
import { OutcomeState, WorkshopOutcome } from './outcome.js'
import { CrewMember, HeldBack, Scene, SessionPhase, Setup, Spotlight, StepTime } from './session.js'
import { Vote, VoteResult } from './voting.js'

const step = { stepId: StepId }

/** How control changed hands. */
export const ControlPassage = z.enum(['agreed', 'silent', 'forced'])
export type ControlPassage = z.infer<typeof ControlPassage>

/**
 * What has happened in a session, in the past tense. The log of these facts is the session: its state is their fold
 * (`domain/workshops/evolve`), and the minutes are told from them.
 */
export const SessionFact = z.discriminatedUnion('fact', [
  z.object({ fact: z.literal('planned'), setup: Setup, agenda: Agenda, owner: UserId }),
  z.object({ fact: z.literal('setupChanged'), setup: Setup }),
  z.object({ fact: z.literal('agendaChanged'), agenda: Agenda }),
  z.object({ fact: z.literal('stepInserted'), step: Step, before: StepId.nullable() }),
  z.object({ fact: z.literal('crewSet'), crew: z.array(CrewMember) }),
  z.object({ fact: z.literal('scheduled'), startsAt: Moment }),
  z.object({ fact: z.literal('phaseChanged'), phase: SessionPhase }),
  z.object({
    fact: z.literal('stepOpened'),
    ...step,
    round: z.number().int().positive(),
    time: StepTime,
    vote: Vote.nullable(),
  }),
  z.object({ fact: z.literal('stepHeld'), ...step, time: StepTime }),
  z.object({ fact: z.literal('stepResumed'), ...step, time: StepTime }),
  z.object({ fact: z.literal('timeSet'), ...step, time: StepTime }),
  z.object({ fact: z.literal('sealAnnounced'), ...step, sealsAt: Moment }),
  z.object({ fact: z.literal('stepSealed'), ...step }),
  z.object({ fact: z.literal('stepRevealed'), ...step, result: VoteResult.nullable() }),
  z.object({ fact: z.literal('stepSettled'), ...step, conclusion: z.string().nullable() }),
  z.object({ fact: z.literal('stepSkipped'), ...step }),
  z.object({ fact: z.literal('controlRequested'), by: UserId }),
  z.object({ fact: z.literal('controlDeclined'), by: UserId }),
  z.object({ fact: z.literal('controlPassed'), to: UserId, how: ControlPassage }),
  z.object({ fact: z.literal('spotlit'), spotlight: Spotlight }),
  z.object({ fact: z.literal('spotlightReleased') }),
  z.object({
    fact: z.literal('groupMade'),
    ...step,
    groupId: GroupId,
    title: z.string(),
    annotationIds: z.array(AnnotationId),
  }),
  z.object({ fact: z.literal('groupTitled'), ...step, groupId: GroupId, title: z.string() }),
  z.object({
    fact: z.literal('movedToGroup'),
    ...step,
    groupId: GroupId.nullable(),
    annotationIds: z.array(AnnotationId),
  }),
  z.object({ fact: z.literal('groupsMerged'), ...step, from: GroupId, into: GroupId }),
  z.object({ fact: z.literal('groupRemoved'), ...step, groupId: GroupId }),
  z.object({ fact: z.literal('speechAsked'), participantId: ParticipantId }),
  z.object({ fact: z.literal('speechUnasked'), participantId: ParticipantId }),
  z.object({ fact: z.literal('turnStarted'), participantId: ParticipantId }),
  z.object({ fact: z.literal('turnEnded') }),
  z.object({ fact: z.literal('sceneShown'), scene: Scene }),
  z.object({ fact: z.literal('heldBack'), ...HeldBack.shape }),
  z.object({ fact: z.literal('letThrough'), annotationId: AnnotationId }),
  /** Written down, or put in other words. */
  z.object({ fact: z.literal('outcomeRecorded'), outcome: WorkshopOutcome }),
  z.object({ fact: z.literal('outcomeRemoved'), outcomeId: OutcomeId }),
  z.object({ fact: z.literal('followUpSettled'), outcomeId: OutcomeId, state: OutcomeState }),
])
export type SessionFact = z.infer<typeof SessionFact>

/**
 * Who moved: somebody of the crew, somebody in the hall, somebody of the office that answers contributions, or the server
 * itself when a time was up.
 */
export const Mover = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('crew'), userId: UserId }),
  z.object({ kind: z.literal('participant'), participantId: ParticipantId }),
  z.object({ kind: z.literal('office'), userId: UserId }),
  z.object({ kind: z.literal('server') }),
])
export type Mover = z.infer<typeof Mover>

/** A row of the log. `seq` counts from 1 without gaps; the version of a session is the `seq` of its last event. */
export const SessionEvent = z.object({
  seq: z.number().int().positive(),
  at: Moment,
  by: Mover,
  commandId: CommandId,
  fact: SessionFact,
})
export type SessionEvent = z.infer<typeof SessionEvent>
