import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { CommandId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { TicketCode } from '@randnotiz/contract/workshops/hall'
import type { CrewRole } from '@randnotiz/contract/workshops/session'
import { newTicketCode } from '../join-code.js'
import { secretHash } from '../secret-hash.js'
import { findCrew } from './find-crew.js'
import type { WorkshopParts } from './parts.js'

const doorkeepers: readonly CrewRole[] = ['owner', 'lead', 'coLead', 'scribe']

type Issue = {
  workshopId: WorkshopId
  commandId: CommandId
  count: number
  replaces: TicketCode | null
  people: number
}

/** New entry tickets. One that replaces a lost ticket opens the seat of whoever had come in with that. */
export async function issueTickets(
  parts: WorkshopParts,
  { workshopId, commandId, count, replaces, people: wanted }: Issue,
  viewer: Viewer,
): Promise<Result<{ codes: TicketCode[] }>> {
  const crew = await findCrew(parts, workshopId, { viewer, roles: doorkeepers })
  if (!crew.ok) return crew
  const codes = Array.from({ length: replaces === null ? count : 1 }, newTicketCode)
  const now = parts.clock.now()
  const people = replaces === null ? wanted : await parts.tickets.revoke(workshopId, replaces, now)
  if (people === null) return refuse('workshops/ticket-needed')
  await parts.tickets.issue({ workshopId, batch: commandId, people }, codes)
  const [fresh] = codes
  if (replaces !== null && fresh !== undefined)
    await parts.seats.replaceTicket(workshopId, secretHash(replaces), secretHash(fresh))
  return accept({ codes })
}
