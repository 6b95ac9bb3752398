import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Invitation, WorkshopSummary } from '@randnotiz/contract/workshops/endpoints'
import type { JoinCode } from '@randnotiz/contract/workshops/hall'
import type { Session } from '@randnotiz/contract/workshops/session'
import { roleOf } from '@randnotiz/domain/workshops/control'
import type { WorkshopRecord } from '../storage/workshop-store.js'
import type { WorkshopParts } from './parts.js'

/** Those of a process in whose crew the viewer is, newest first. */
export async function listOwnWorkshops(
  { workshops, sessions }: WorkshopParts,
  processId: ProcessId,
  viewer: Viewer,
): Promise<Result<WorkshopSummary[]>> {
  if (viewer.kind !== 'account') return refuse('accounts/sign-in-required')
  const own: WorkshopSummary[] = []
  for (const workshop of await workshops.ofProcess(processId)) {
    const session = await sessions.read(workshop._id)
    if (session && roleOf(session, viewer.id) !== null) own.push(summaryOf(workshop, session))
  }
  return accept(own)
}

function summaryOf({ _id: id, code }: WorkshopRecord, { phase, setup }: Session): WorkshopSummary {
  const { title, startsAt, place, rehearsal } = setup
  return { id, code, title, phase, startsAt, place, rehearsal }
}

/** A draft is nobody's business yet. */
export async function readInvitation(
  { workshops, sessions, joinAddress }: WorkshopParts,
  code: JoinCode,
): Promise<Result<Invitation>> {
  const workshop = await workshops.byCode(code)
  const session = workshop && (await sessions.read(workshop._id))
  if (!workshop || !session || session.phase === 'draft') return refuse('workshops/unknown-code')
  const { title, invitation, place, startsAt, admission, rehearsal } = session.setup
  const words = { title, invitation, place, startsAt, admission, rehearsal }
  const { phase } = session
  return accept({ workshopId: workshop._id, code, ...words, phase, joinAddress: joinAddress(code) })
}
