import { z } from 'zod'
import { ParticipantId, WorkshopId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { HallName, JoinCode } from './hall.js'
import { CrewRole, Session } from './session.js'
import { StageId } from './stage.js'

/** Somebody in the hall, as the crew sees them. */
export const DeskParticipant = z.object({
  participantId: ParticipantId,
  name: HallName,
  /** More than one at a table. */
  people: z.number().int().min(1),
  admitted: z.enum(['in', 'waiting', 'turnedAway']),
  /** Whether a device of theirs is connected. */
  here: z.boolean(),
})
export type DeskParticipant = z.infer<typeof DeskParticipant>

/** A projector, as the crew sees it. */
export const DeskStage = z.object({ stageId: StageId, pairedAt: Moment, here: z.boolean() })
export type DeskStage = z.infer<typeof DeskStage>

/** The session as its crew sees it. Always whole; one with a lower version is older. */
export const DeskView = z.object({
  workshopId: WorkshopId,
  code: JoinCode,
  /** The viewer's own role; null in what is announced to everybody at the desk. */
  role: CrewRole.nullable(),
  session: Session,
  participants: z.array(DeskParticipant),
  /** Projectors that have been paired. */
  stages: z.array(DeskStage),
})
export type DeskView = z.infer<typeof DeskView>
