import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { OpenStage, PairingCode, StageId, StageView } from '@randnotiz/contract/workshops/stage'
import { leadingRoles } from '@randnotiz/domain/workshops/crew-rights'
import { hallRoom, stageRoom } from '../running/rooms.js'
import { secretHash } from '../secret-hash.js'
import type { StageRecord } from '../storage/stage-store.js'
import { findCrew } from './find-crew.js'
import { openDesk } from './open-desk.js'
import type { WorkshopParts } from './parts.js'

/** What a projector is to show: a code to be paired by, or its hall. */
export async function openStage(
  parts: WorkshopParts,
  { key }: OpenStage,
): Promise<Result<{ stage: StageRecord; view: StageView }>> {
  const stage = await parts.stages.open(secretHash(key), parts.clock.now())
  const { workshopId, pairingCode } = stage
  if (workshopId === undefined)
    return pairingCode === undefined
      ? refuse('workshops/stage-unpaired')
      : accept({ stage, view: { state: 'waiting', pairingCode } })
  const session = await parts.sessions.read(workshopId)
  const workshop = await parts.workshops.byId(workshopId)
  if (session === null || workshop === null) return refuse('workshops/unknown')
  const hall = await parts.hallViews.see(workshopId, session)
  const here = await devicesIn(parts, workshopId)
  const { code } = workshop
  const joinAddress = parts.joinAddress(code)
  return accept({ stage, view: { state: 'paired', workshopId, code, joinAddress, hall, here } })
}

/** People's devices; projectors hear what the hall hears, and are not counted. */
async function devicesIn({ stages, occupancy }: WorkshopParts, workshopId: WorkshopId): Promise<number> {
  const projectors = await stages.ofWorkshop(workshopId)
  const listening = projectors.reduce((sum, { _id }) => sum + occupancy(stageRoom(_id)), 0)
  return Math.max(0, occupancy(hallRoom(workshopId)) - listening)
}

/** Connects the projector that shows this code with a workshop. */
export async function pairStage(
  parts: WorkshopParts,
  { workshopId, pairingCode }: { workshopId: WorkshopId; pairingCode: PairingCode },
  viewer: Viewer,
): Promise<Result<DeskView>> {
  const crew = await findCrew(parts, workshopId, { viewer, roles: leadingRoles })
  if (!crew.ok) return crew
  const stage = await parts.stages.pair(pairingCode, workshopId, parts.clock.now())
  if (stage === null) return refuse('workshops/unknown-pairing-code')
  parts.tellStage(stage._id)
  return openDesk(parts, workshopId, viewer)
}

export async function unpairStage(
  parts: WorkshopParts,
  { workshopId, stageId }: { workshopId: WorkshopId; stageId: StageId },
  viewer: Viewer,
): Promise<Result<DeskView>> {
  const crew = await findCrew(parts, workshopId, { viewer, roles: leadingRoles })
  if (!crew.ok) return crew
  if (!(await parts.stages.unpair(workshopId, stageId))) return refuse('workshops/unknown')
  parts.tellStage(stageId)
  return openDesk(parts, workshopId, viewer)
}
