import { z } from 'zod'
import { AnnotationId, CommandId, DocumentId, ParticipantId, StepId, WorkshopId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Step } from './agenda.js'
import { Admission, Group, Round, Scene, SessionPhase, Spotlight, StepState } from './session.js'
import { Choices, OptionId } from './voting.js'

/** Read aloud and typed on phones: no letters or digits that look alike. */
export const JoinCode = z.string().regex(/^[A-HJ-NP-Z2-9]{6}$/)
export type JoinCode = z.infer<typeof JoinCode>

/** Printed on an entry ticket, in three groups of four. */
export const TicketCode = z.string().regex(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/)
export type TicketCode = z.infer<typeof TicketCode>

/**
 * 32 random bytes that a device makes once for each workshop, in base64url. Whoever has it is that participant: the
 * same device after sleep, a restart or a lost answer is the same person. The server stores a hash only.
 */
export const DeviceKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export type DeviceKey = z.infer<typeof DeviceKey>

/** As others see somebody in the hall. */
export const HallName = z.string().trim().min(1).max(40)
export type HallName = z.infer<typeof HallName>

/** A line of the agenda, without what would spoil a step before its turn. */
export const AgendaLine = z.object({
  stepId: StepId,
  title: z.string(),
  minutes: z.number().int(),
  kind: z.enum(['read', 'gather', 'group', 'dotVote', 'poll', 'duel', 'discussion', 'announcement']),
  state: z.enum(['planned', 'open', 'held', 'sealed', 'revealed', 'settled', 'skipped']),
})
export type AgendaLine = z.infer<typeof AgendaLine>

/** A step that people in the hall see whole: the current one, and those whose results were revealed. */
export const HallStep = z.object({
  step: Step,
  status: StepState,
  /** Oldest first, so that rounds can be compared; the result of one is null until its reveal. */
  rounds: z.array(Round),
  groups: z.array(Group),
  conclusion: z.string().nullable(),
})
export type HallStep = z.infer<typeof HallStep>

/** Somebody who speaks or wants to, by the name that the hall knows. */
export const Speaker = z.object({ participantId: ParticipantId, name: HallName })
export type Speaker = z.infer<typeof Speaker>

/**
 * The session as everybody in the hall may see it. Always whole, so that whoever missed something is right again with
 * the next one; one with a lower `version` is older and to be ignored.
 */
export const HallView = z.object({
  workshopId: WorkshopId,
  version: z.number().int().nonnegative(),
  phase: SessionPhase,
  title: z.string(),
  documentIds: z.array(DocumentId),
  admission: Admission,
  rehearsal: z.boolean(),
  agenda: z.array(AgendaLine),
  current: HallStep.nullable(),
  /** Steps with a revealed result, in the order of the agenda; not the current one. */
  revealed: z.array(HallStep),
  spotlight: Spotlight.nullable(),
  speakers: z.object({
    /** In the order in which they will speak. */
    waiting: z.array(Speaker),
    speaking: Speaker.extend({ since: Moment }).nullable(),
  }),
  scene: Scene,
  /** Contributions that may have been shown before they were held back. */
  heldBack: z.array(AnnotationId),
})
export type HallView = z.infer<typeof HallView>

/** What somebody has cast in a round. The receipt of a ballot, the same for every replay of its command. */
export const BallotReceipt = z.object({
  stepId: StepId,
  round: z.number().int().positive(),
  choices: Choices,
  castAt: Moment,
})
export type BallotReceipt = z.infer<typeof BallotReceipt>

/** People at one table device, at most. */
export const mostAtTable = 20

/** How much weight a table gives to each option, all its people together; those left out count as nothing. */
export const TableCounts = z
  .array(z.object({ optionId: OptionId, weight: z.number().int().min(1).max(1_000) }))
  .max(200)
export type TableCounts = z.infer<typeof TableCounts>

/** What a table has cast in a round. */
export const TableReceipt = z.object({
  stepId: StepId,
  round: z.number().int().positive(),
  counts: TableCounts,
  castAt: Moment,
})
export type TableReceipt = z.infer<typeof TableReceipt>

/** Somebody's place in the hall. `waiting` until somebody of the crew has let them in. */
export const Seat = z.object({
  workshopId: WorkshopId,
  participantId: ParticipantId,
  name: HallName,
  admitted: z.enum(['in', 'waiting', 'turnedAway']),
  /** Their own ballots of the last round of every vote. */
  ballots: z.array(BallotReceipt),
  /** How many people share this device; more than one at a table. */
  people: z.number().int().min(1),
  /** What a table has cast, in place of `ballots`. */
  tables: z.array(TableReceipt),
  hall: HallView,
})
export type Seat = z.infer<typeof Seat>

export const JoinWorkshop = z.object({
  code: JoinCode,
  key: DeviceKey,
  name: HallName,
  ticket: TicketCode.nullable(),
})
export type JoinWorkshop = z.infer<typeof JoinWorkshop>

const fromSeat = { workshopId: WorkshopId, key: DeviceKey }

export const ResumeSeat = z.object(fromSeat)
export type ResumeSeat = z.infer<typeof ResumeSeat>

export const CastBallot = z.object({
  ...fromSeat,
  commandId: CommandId,
  stepId: StepId,
  round: z.number().int().positive(),
  choices: Choices,
})
export type CastBallot = z.infer<typeof CastBallot>

export const CastTable = z.object({
  ...fromSeat,
  commandId: CommandId,
  stepId: StepId,
  round: z.number().int().positive(),
  counts: TableCounts,
})
export type CastTable = z.infer<typeof CastTable>

export const RaiseHand = z.object({ ...fromSeat, commandId: CommandId, raised: z.boolean() })
export type RaiseHand = z.infer<typeof RaiseHand>
