import { accept } from '@randnotiz/contract/kit/result'
import {
  castBallot,
  joinWorkshop,
  makeMove,
  openDesk,
  raiseHand,
  readClock,
  resumeSeat,
  showLife,
} from '@randnotiz/contract/workshops/messages'
import type { Realtime } from '../../platform/realtime/realtime.js'
import { castBallot as cast } from './deeds/cast-ballot.js'
import { joinWorkshop as join } from './deeds/join-workshop.js'
import { makeMove as move } from './deeds/make-move.js'
import { showLife as live, openDesk as open } from './deeds/open-desk.js'
import type { WorkshopParts } from './deeds/parts.js'
import { raiseHand as raise } from './deeds/raise-hand.js'
import { resumeSeat as resume } from './deeds/resume-seat.js'
import { deskRoom, hallRoom } from './running/telling.js'

export function handleWorkshops(realtime: Realtime, parts: WorkshopParts): void {
  realtime.handle(joinWorkshop, async (payload, caller) => {
    const seat = await join(parts, payload, caller.viewer)
    if (seat.ok && seat.value.admitted === 'in') await caller.enter(hallRoom(seat.value.workshopId))
    return seat
  })
  realtime.handle(resumeSeat, async (payload, caller) => {
    const seat = await resume(parts, payload)
    if (!seat.ok || seat.value.admitted !== 'in') return seat
    // Entered before it is read once more, so that no change falls between the two.
    await caller.enter(hallRoom(payload.workshopId))
    return resume(parts, payload)
  })
  realtime.handle(castBallot, payload => cast(parts, payload))
  realtime.handle(raiseHand, payload => raise(parts, payload))
  realtime.handle(openDesk, async ({ workshopId }, caller) => {
    const desk = await open(parts, workshopId, caller.viewer)
    if (!desk.ok) return desk
    await caller.enter(deskRoom(workshopId))
    return open(parts, workshopId, caller.viewer)
  })
  realtime.handle(showLife, ({ workshopId }, { viewer }) => live(parts, workshopId, viewer))
  realtime.handle(makeMove, (payload, { viewer }) => move(parts, payload, viewer))
  realtime.handle(readClock, async ({ sentAt }) => accept({ sentAt, now: parts.clock.now().toISOString() }))
}
