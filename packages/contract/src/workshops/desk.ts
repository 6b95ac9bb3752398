import { z } from 'zod'
import { ParticipantId, WorkshopId } from '../kit/ids.js'
import { HallName, JoinCode } from './hall.js'
import { CrewRole, Session } from './session.js'

/** Somebody in the hall, as the crew sees them. */
export const DeskParticipant = z.object({
  participantId: ParticipantId,
  name: HallName,
  admitted: z.enum(['in', 'waiting', 'turnedAway']),
})
export type DeskParticipant = z.infer<typeof DeskParticipant>

/** The session as its crew sees it. Always whole; one with a lower version is older. */
export const DeskView = z.object({
  workshopId: WorkshopId,
  code: JoinCode,
  /** The viewer's own role; null in what is announced to everybody at the desk. */
  role: CrewRole.nullable(),
  session: Session,
  participants: z.array(DeskParticipant),
})
export type DeskView = z.infer<typeof DeskView>
