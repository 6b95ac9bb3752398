import { z } from 'zod'
import { Nothing } from '../kit/endpoint.js'
import { CommandId, ParticipantId, StepId, WorkshopId } from '../kit/ids.js'
import { announcement, command } from '../kit/message.js'
import { Moment } from '../kit/wire-values.js'
import { Contribution, Contributions, MakeContribution, ReadContributions } from './contributions.js'
import { DeskView } from './desk.js'
import {
  BallotReceipt,
  CastBallot,
  CastTable,
  HallView,
  JoinWorkshop,
  RaiseHand,
  ResumeSeat,
  Seat,
  TableReceipt,
} from './hall.js'
import { MoveCommand } from './moves.js'
import { OpenStage, PairingCode, StageId, StageView } from './stage.js'
import { Tally } from './voting.js'

/** Take a seat with the code of the workshop. With the key of a seat it answers that seat. */
export const joinWorkshop = command('workshop:join', { payload: JoinWorkshop, reply: Seat })
/** Sent at every reconnect. */
export const resumeSeat = command('workshop:resume', { payload: ResumeSeat, reply: Seat })
/** The whole choice. Acknowledged when it is stored; may be changed until the seal. */
export const castBallot = command('ballot:cast', { payload: CastBallot, reply: BallotReceipt })
/** What a table has counted by hand: each of its people has one ballot. Acknowledged when all of them are stored. */
export const castTable = command('table:cast', { payload: CastTable, reply: TableReceipt })
export const raiseHand = command('hand:raise', { payload: RaiseHand, reply: HallView })

/** Somebody of the crew opens the desk. Sent at every reconnect. */
export const openDesk = command('desk:open', {
  payload: z.object({ workshopId: WorkshopId }),
  reply: DeskView,
})
/** Every ten seconds while a desk is on a screen. Whoever has control and is silent for long can be relieved of it. */
export const showLife = command('desk:alive', {
  payload: z.object({ workshopId: WorkshopId }),
  reply: Nothing,
})
/** Lets somebody in who waits, or turns them away; also later, when somebody disturbs. */
export const admitSeat = command('seat:admit', {
  payload: z.object({
    workshopId: WorkshopId,
    participantId: ParticipantId,
    admitted: z.enum(['in', 'turnedAway']),
  }),
  reply: DeskView,
})
/** Stored when it is acknowledged. The same command again answers the same contribution. */
export const makeContribution = command('contribution:make', {
  payload: MakeContribution,
  reply: Contribution,
})
export const readContributions = command('contributions:read', {
  payload: ReadContributions,
  reply: Contributions,
})
/** A projector asks what to show, at every reconnect. */
export const openStage = command('stage:open', { payload: OpenStage, reply: StageView })
export const pairStage = command('stage:pair', {
  payload: z.object({ workshopId: WorkshopId, commandId: CommandId, pairingCode: PairingCode }),
  reply: DeskView,
})
export const unpairStage = command('stage:unpair', {
  payload: z.object({ workshopId: WorkshopId, stageId: StageId }),
  reply: DeskView,
})
export const makeMove = command('workshop:move', { payload: MoveCommand, reply: DeskView })

/** A client sends eight and takes the offset of its clock from the fastest. */
export const readClock = command('clock:read', {
  /** The client's own clock when it asks, in milliseconds; comes back, so that an answer finds its question. */
  payload: z.object({ sentAt: z.number() }),
  reply: z.object({ sentAt: z.number(), now: Moment }),
})

/** To everybody in the hall, at most ten times a second; the newest one says it all. */
export const hallChanged = announcement('hall:changed', HallView)
export const deskChanged = announcement('desk:changed', DeskView)
/** The standing of a vote: absolute, at most four times a second, and only to who may see it. */
export const tallyChanged = announcement(
  'tally:changed',
  z.object({
    workshopId: WorkshopId,
    stepId: StepId,
    round: z.number().int().positive(),
    /** Ballots so far; the tally itself is null while it is hidden. */
    cast: z.number().int().nonnegative(),
    tally: Tally.nullable(),
  }),
)
/** To a seat, when somebody of the crew has decided about it: it resumes and sees for itself. */
export const seatChanged = announcement(
  'seat:changed',
  z.object({ workshopId: WorkshopId, participantId: ParticipantId }),
)
/** To a projector that has been paired or taken away: it opens again. */
export const stageChanged = announcement('stage:changed', z.object({ stageId: StageId }))
/** There are more contributions, or other ones may be seen; at most once a second. Whoever shows them asks. */
export const contributionsChanged = announcement(
  'contributions:changed',
  z.object({ workshopId: WorkshopId, upTo: z.number().int().nonnegative() }),
)
