import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { JoinWorkshop } from '@randnotiz/contract/workshops/hall'
import type { Session } from '@randnotiz/contract/workshops/session'
import { isOver } from '@randnotiz/domain/workshops/decision'
import { secretHash } from '../secret-hash.js'
import { isVacant, newMembers, type SeatRecord } from '../storage/seat-store.js'
import type { WorkshopParts } from './parts.js'

/**
 * Takes a seat, or finds the one that this device, ticket or account has already: joining again after a lost answer,
 * with the same key, is the same person.
 */
export async function joinWorkshop(
  parts: WorkshopParts,
  { code, key, name, ticket }: JoinWorkshop,
  viewer: Viewer,
): Promise<Result<SeatRecord>> {
  const workshop = await parts.workshops.byCode(code)
  const session = workshop && (await parts.sessions.read(workshop._id))
  if (!workshop || !session) return refuse('workshops/unknown-code')
  const keyHash = secretHash(key)
  const known = await parts.seats.byKey(workshop._id, keyHash)
  if (known) return accept(known)
  if (session.phase === 'draft' || session.phase === 'scheduled') return refuse('workshops/not-open-yet')
  if (isOver(session)) return refuse('workshops/over')

  const entitled = await entitlement(parts, { workshopId: workshop._id, session, ticket, viewer })
  if (!entitled.ok) return entitled
  const { members } = entitled.value
  const waits = session.setup.admission === 'waitingRoom' && members === undefined
  const admitted = waits ? 'waiting' : 'in'
  const seat = await parts.seats.insert({
    workshopId: workshop._id,
    keyHash,
    name,
    admitted,
    joinedAt: parts.clock.now(),
    ...entitled.value,
  })
  if (seat) {
    parts.seatsChanged(workshop._id)
    return accept(seat)
  }
  const { ticketHash } = entitled.value
  return comeBack(parts, { workshopId: workshop._id, keyHash, viewer, ticketHash })
}

type Entitlement = Partial<Pick<SeatRecord, 'ticketHash' | 'userId' | 'members'>>
type Asking = {
  workshopId: WorkshopId
  session: Session
  ticket: JoinWorkshop['ticket']
  viewer: Viewer
}

/**
 * What makes sure that one person has one seat, according to how the session lets people in. A table is let in by its
 * ticket everywhere: somebody of the crew has put it there.
 */
async function entitlement(
  parts: WorkshopParts,
  { workshopId, session, ticket, viewer }: Asking,
): Promise<Result<Entitlement>> {
  const valid = ticket === null ? null : await parts.tickets.valid(workshopId, ticket)
  if (valid !== null && valid.people > 1)
    return accept({ ticketHash: valid.ticketHash, members: newMembers(valid.people) })
  switch (session.setup.admission) {
    case 'open':
    case 'waitingRoom':
      return accept({})
    case 'accounts':
      return viewer.kind === 'account' ? accept({ userId: viewer.id }) : refuse('accounts/sign-in-required')
    case 'tickets':
      return valid === null ? refuse('workshops/ticket-needed') : accept({ ticketHash: valid.ticketHash })
  }
}

type Returning = {
  workshopId: WorkshopId
  keyHash: string
  viewer: Viewer
  ticketHash: string | undefined
}

/** The seat is taken: by this very device a moment ago, by the same account on another phone, or with the same ticket. */
async function comeBack(
  parts: WorkshopParts,
  { workshopId, keyHash, viewer, ticketHash }: Returning,
): Promise<Result<SeatRecord>> {
  const own = await parts.seats.byKey(workshopId, keyHash)
  if (own) return accept(own)
  const elsewhere = viewer.kind === 'account' ? await parts.seats.byAccount(workshopId, viewer.id) : null
  if (elsewhere) return accept(await parts.seats.moveTo(elsewhere, keyHash))
  const kept = ticketHash === undefined ? null : await parts.seats.byTicket(workshopId, ticketHash)
  if (kept && isVacant(kept)) return accept(await parts.seats.moveTo(kept, keyHash))
  return refuse('workshops/ticket-used')
}
