import { z } from 'zod'
import { AnnotationId, DocumentId, GroupId, ParticipantId, ProcessId, StepId, UserId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Step, StepSubject } from './agenda.js'
import { WorkshopOutcome } from './outcome.js'
import { Vote, VoteResult } from './voting.js'

/** `draft → scheduled → lobby → live ⇄ paused → closing → closed → published`. */
export const SessionPhase = z.enum([
  'draft',
  'scheduled',
  'lobby',
  'live',
  'paused',
  'closing',
  'closed',
  'published',
])
export type SessionPhase = z.infer<typeof SessionPhase>

/**
 * Who is let in, named beside every result. `open`: whoever has the code. `waitingRoom`: after somebody of the staff
 * has let them in. `tickets`: with a printed ticket, one person one vote. `accounts`: signed in.
 */
export const Admission = z.enum(['open', 'waitingRoom', 'tickets', 'accounts'])
export type Admission = z.infer<typeof Admission>

/** `observer` sees what the desk sees and changes nothing; `moderator` holds contributions back and sees no authors. */
export const CrewRole = z.enum(['owner', 'lead', 'coLead', 'scribe', 'moderator', 'observer'])
export type CrewRole = z.infer<typeof CrewRole>

export const CrewMember = z.object({ userId: UserId, role: CrewRole })
export type CrewMember = z.infer<typeof CrewMember>

export const Setup = z.object({
  processId: ProcessId,
  title: z.string().trim().min(1).max(160),
  /** Shown on the invitation. */
  invitation: z.string().trim().max(4_000),
  documentIds: z.array(DocumentId).min(1).max(10),
  admission: Admission,
  startsAt: Moment.nullable(),
  place: z.string().trim().max(200),
  /** A rehearsal leaves no trace: its contributions never become annotations. */
  rehearsal: z.boolean(),
})
export type Setup = z.infer<typeof Setup>

/** What remains of a step's time: a deadline while it runs, milliseconds while it is held, or no limit. */
export const StepTime = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unlimited') }),
  z.object({ kind: z.literal('running'), endsAt: Moment }),
  z.object({ kind: z.literal('stopped'), leftMs: z.number().int().nonnegative() }),
])
export type StepTime = z.infer<typeof StepTime>

/** `planned → open ⇄ held → sealed → revealed → settled`, or `skipped`. Opening again begins another round. */
export const StepState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('planned') }),
  z.object({ state: z.literal('open'), time: StepTime, sealsAt: Moment.nullable() }),
  z.object({ state: z.literal('held'), time: StepTime }),
  z.object({ state: z.literal('sealed') }),
  z.object({ state: z.literal('revealed') }),
  z.object({ state: z.literal('settled') }),
  z.object({ state: z.literal('skipped') }),
])
export type StepState = z.infer<typeof StepState>

/** One opening of a step. What belongs to an earlier round is kept, so that rounds can be compared. */
export const Round = z.object({
  number: z.number().int().positive(),
  openedAt: Moment,
  sealedAt: Moment.nullable(),
  vote: Vote.nullable(),
  result: VoteResult.nullable(),
})
export type Round = z.infer<typeof Round>

export const Group = z.object({
  id: GroupId,
  title: z.string().trim().max(200),
  /** In the order of the desk. */
  annotationIds: z.array(AnnotationId).max(2_000),
})
export type Group = z.infer<typeof Group>

export const AgendaItem = z.object({
  step: Step,
  status: StepState,
  /** Oldest first; empty before the first opening. */
  rounds: z.array(Round),
  /** Of a step of kind `group`. */
  groups: z.array(Group),
  /** What the step led to, in a sentence of the lead; null until it is settled, or when there is nothing to say. */
  conclusion: z.string().max(2_000).nullable(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

/** Who runs the session. A request is answered by its holder, or granted when the holder is silent. */
export const Control = z.object({ holder: UserId, since: Moment, requestedBy: UserId.nullable() })
export type Control = z.infer<typeof Control>

/** `invite` shows a button, `summon` scrolls once, `hold` keeps everybody's text there until it is released. */
export const SpotlightMode = z.enum(['invite', 'summon', 'hold'])
export type SpotlightMode = z.infer<typeof SpotlightMode>

export const Spotlight = z.object({ subject: StepSubject, mode: SpotlightMode, since: Moment })
export type Spotlight = z.infer<typeof Spotlight>

export const SpeakerTurn = z.object({
  participantId: ParticipantId,
  startedAt: Moment,
  endedAt: Moment.nullable(),
})
export type SpeakerTurn = z.infer<typeof SpeakerTurn>

export const Speakers = z.object({
  /** In the order in which they asked; who speaks next is a rule, see `domain/workshops/speakers`. */
  waiting: z.array(z.object({ participantId: ParticipantId, since: Moment })),
  /** Oldest first; the last one runs while it has no end. */
  turns: z.array(SpeakerTurn),
})
export type Speakers = z.infer<typeof Speakers>

/**
 * What projectors show. `follow`: whatever belongs to the current step. The rest is chosen by hand and stays until
 * something else is chosen.
 */
export const Scene = z.enum(['follow', 'welcome', 'agenda', 'passage', 'result', 'speakers', 'contributions'])
export type Scene = z.infer<typeof Scene>

/** A contribution that is kept from the hall, with the reason that stands in the minutes. */
export const HeldBack = z.object({ annotationId: AnnotationId, reason: z.string().trim().min(1).max(500) })
export type HeldBack = z.infer<typeof HeldBack>

/** All that the machine knows of a session. */
export const Session = z.object({
  /** Number of its last event. */
  version: z.number().int().nonnegative(),
  /** Number of the last event that changed what the desk steers; hands that go up do not. */
  deskVersion: z.number().int().nonnegative(),
  phase: SessionPhase,
  setup: Setup,
  crew: z.array(CrewMember),
  agenda: z.array(AgendaItem),
  /** The main step: the last that was opened and is not yet settled or skipped. */
  currentStep: StepId.nullable(),
  control: Control,
  spotlight: Spotlight.nullable(),
  speakers: Speakers,
  scene: Scene,
  heldBack: z.array(HeldBack),
  /** In the order in which they were written down. */
  outcomes: z.array(WorkshopOutcome),
})
export type Session = z.infer<typeof Session>
