import { z } from 'zod'
import {
  AnnotationId,
  CommandId,
  GroupId,
  OutcomeId,
  ParticipantId,
  StepId,
  UserId,
  WorkshopId,
} from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Agenda, Step, StepSubject } from './agenda.js'
import { WorkshopOutcome } from './outcome.js'
import { CrewMember, HeldBack, Scene, Setup, SpotlightMode } from './session.js'

const conclusion = z.string().trim().max(2_000).nullable()
const title = z.string().trim().max(200)

/**
 * Everything that somebody can ask of a running session, in the imperative. `domain/workshops/machine` says who may
 * and when, and which event follows. Ballots and contributions are not here: they change no state of the session.
 */
export const Move = z.discriminatedUnion('move', [
  z.object({ move: z.literal('changeSetup'), setup: Setup }),
  z.object({ move: z.literal('changeAgenda'), agenda: Agenda }),
  z.object({ move: z.literal('insertStep'), step: Step, before: StepId.nullable() }),
  z.object({ move: z.literal('setCrew'), crew: z.array(CrewMember).min(1).max(50) }),
  z.object({ move: z.literal('schedule'), startsAt: Moment }),
  z.object({ move: z.literal('openLobby') }),
  z.object({ move: z.literal('start') }),
  z.object({ move: z.literal('pause') }),
  z.object({ move: z.literal('resume') }),
  z.object({ move: z.literal('beginClosing') }),
  z.object({ move: z.literal('close') }),
  z.object({ move: z.literal('publish') }),
  /** Also opens a sealed, revealed, settled or skipped step for another round. */
  z.object({ move: z.literal('openStep'), stepId: StepId }),
  z.object({ move: z.literal('holdStep'), stepId: StepId }),
  z.object({ move: z.literal('resumeStep'), stepId: StepId }),
  /** Milliseconds from now; null takes the limit away. */
  z.object({
    move: z.literal('setTime'),
    stepId: StepId,
    leftMs: z.number().int().min(0).max(86_400_000).nullable(),
  }),
  /** Says that the seal comes in some seconds; the server seals then. */
  z.object({ move: z.literal('announceSeal'), stepId: StepId }),
  z.object({ move: z.literal('sealStep'), stepId: StepId }),
  z.object({ move: z.literal('revealStep'), stepId: StepId }),
  z.object({ move: z.literal('settleStep'), stepId: StepId, conclusion }),
  z.object({ move: z.literal('skipStep'), stepId: StepId }),
  z.object({ move: z.literal('requestControl') }),
  z.object({ move: z.literal('grantControl'), to: UserId }),
  z.object({ move: z.literal('declineControl') }),
  /** Without the holder: possible when the holder is silent, and for the owner. */
  z.object({ move: z.literal('takeControl') }),
  z.object({ move: z.literal('spotlight'), subject: StepSubject, mode: SpotlightMode }),
  z.object({ move: z.literal('releaseSpotlight') }),
  z.object({
    move: z.literal('makeGroup'),
    stepId: StepId,
    groupId: GroupId,
    title,
    annotationIds: z.array(AnnotationId).max(500),
  }),
  z.object({ move: z.literal('titleGroup'), stepId: StepId, groupId: GroupId, title }),
  /** Out of every other group of the step; null leaves them without a group. */
  z.object({
    move: z.literal('moveToGroup'),
    stepId: StepId,
    groupId: GroupId.nullable(),
    annotationIds: z.array(AnnotationId).min(1).max(500),
  }),
  z.object({ move: z.literal('mergeGroups'), stepId: StepId, from: GroupId, into: GroupId }),
  z.object({ move: z.literal('removeGroup'), stepId: StepId, groupId: GroupId }),
  z.object({ move: z.literal('askToSpeak'), participantId: ParticipantId }),
  z.object({ move: z.literal('stopAsking'), participantId: ParticipantId }),
  z.object({ move: z.literal('startTurn'), participantId: ParticipantId }),
  z.object({ move: z.literal('endTurn') }),
  z.object({ move: z.literal('showScene'), scene: Scene }),
  /** Keeps a contribution from the hall, from projectors and from the document. */
  z.object({ move: z.literal('holdBack'), ...HeldBack.shape }),
  z.object({ move: z.literal('letThrough'), annotationId: AnnotationId }),
  /** A new one, or other words, owner or day for one that is there; also when the minutes are published. */
  z.object({ move: z.literal('recordOutcome'), outcome: WorkshopOutcome }),
  z.object({ move: z.literal('removeOutcome'), outcomeId: OutcomeId }),
  /** A follow-up is done, or is to be done again. */
  z.object({ move: z.literal('settleFollowUp'), outcomeId: OutcomeId, state: z.enum(['open', 'done']) }),
])
export type Move = z.infer<typeof Move>
export type MoveName = Move['move']

/**
 * A move on its way. `expectedVersion` is the version on the screen of whoever moves: a second click on "next", or a
 * click on what somebody else has just changed, does nothing. Moves that disturb nobody (asking to speak, grouping)
 * may leave it out.
 */
export const MoveCommand = z.object({
  commandId: CommandId,
  workshopId: WorkshopId,
  expectedVersion: z.number().int().nonnegative().nullable(),
  move: Move,
})
export type MoveCommand = z.infer<typeof MoveCommand>
