import { accept, type Result } from '@randnotiz/contract/kit/result'
import type { ResumeSeat, Seat } from '@randnotiz/contract/workshops/hall'
import {
  admitSeat,
  castBallot,
  castTable,
  joinWorkshop,
  makeContribution,
  makeMove,
  openDesk,
  openStage,
  pairStage,
  raiseHand,
  readClock,
  readContributions,
  resumeSeat,
  showLife,
  unpairStage,
} from '@randnotiz/contract/workshops/messages'
import type { Caller } from '../../platform/realtime/deed.js'
import type { Realtime } from '../../platform/realtime/realtime.js'
import { admitSeat as admit } from './deeds/admit-seat.js'
import { castBallot as cast } from './deeds/cast-ballot.js'
import { castTable as table } from './deeds/cast-table.js'
import { joinWorkshop as join } from './deeds/join-workshop.js'
import { makeContribution as contribute } from './deeds/make-contribution.js'
import { makeMove as move } from './deeds/make-move.js'
import { showLife as live, openDesk as open } from './deeds/open-desk.js'
import { pairStage as pair, openStage as stage, unpairStage as unpair } from './deeds/open-stage.js'
import type { WorkshopParts } from './deeds/parts.js'
import { raiseHand as raise } from './deeds/raise-hand.js'
import { readContributions as contributions } from './deeds/read-contributions.js'
import { findDevice, readSeat } from './deeds/resume-seat.js'
import { deskRoom, hallRoom, seatRoom, stageRoom } from './running/rooms.js'

export function handleWorkshops(realtime: Realtime, parts: WorkshopParts): void {
  handleHall(realtime, parts)
  handleDesk(realtime, parts)
  handleStage(realtime, parts)
  realtime.handle(readClock, async ({ sentAt }) => accept({ sentAt, now: parts.clock.now().toISOString() }))
}

function handleHall(realtime: Realtime, parts: WorkshopParts): void {
  realtime.handle(joinWorkshop, async (payload, caller) => {
    const joined = await join(parts, payload, caller.viewer)
    if (!joined.ok) return joined
    return takeSeat(parts, { workshopId: joined.value.workshopId, key: payload.key }, caller)
  })
  realtime.handle(resumeSeat, (payload, caller) => takeSeat(parts, payload, caller))
  realtime.handle(castBallot, payload => cast(parts, payload))
  realtime.handle(castTable, payload => table(parts, payload))
  realtime.handle(raiseHand, payload => raise(parts, payload))
  realtime.handle(makeContribution, payload => contribute(parts, payload))
  realtime.handle(readContributions, (payload, { viewer }) => contributions(parts, payload, viewer))
}

/** Rooms are entered before what they would have told is read, so that no change falls between the two. */
async function takeSeat(parts: WorkshopParts, device: ResumeSeat, caller: Caller): Promise<Result<Seat>> {
  const known = await findDevice(parts, device)
  if (!known.ok) return known
  await caller.enter(seatRoom(known.value._id))
  const seat = await findDevice(parts, device)
  if (!seat.ok) return seat
  const hall = hallRoom(device.workshopId)
  await (seat.value.admitted === 'in' ? caller.enter(hall) : caller.leave(hall))
  return readSeat(parts, seat.value)
}

function handleDesk(realtime: Realtime, parts: WorkshopParts): void {
  realtime.handle(openDesk, async ({ workshopId }, caller) => {
    const desk = await open(parts, workshopId, caller.viewer)
    if (!desk.ok) return desk
    await caller.enter(deskRoom(workshopId))
    return open(parts, workshopId, caller.viewer)
  })
  realtime.handle(showLife, ({ workshopId }, { viewer }) => live(parts, workshopId, viewer))
  realtime.handle(makeMove, (payload, { viewer }) => move(parts, payload, viewer))
  realtime.handle(admitSeat, (payload, { viewer }) => admit(parts, payload, viewer))
  realtime.handle(pairStage, (payload, { viewer }) => pair(parts, payload, viewer))
  realtime.handle(unpairStage, (payload, { viewer }) => unpair(parts, payload, viewer))
}

/** A projector enters the hall it is paired with and leaves the one it was in; its key lets it do nothing else. */
function handleStage(realtime: Realtime, parts: WorkshopParts): void {
  realtime.handle(openStage, async (payload, caller) => {
    const opened = await stage(parts, payload)
    if (!opened.ok) return opened
    const { _id, workshopId } = opened.value.stage
    await caller.enter(stageRoom(_id))
    if (workshopId === undefined) return accept(opened.value.view)
    await caller.enter(hallRoom(workshopId))
    const again = await stage(parts, payload)
    return again.ok ? accept(again.value.view) : again
  })
}
