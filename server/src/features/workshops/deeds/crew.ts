import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { UserId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import type { Crew } from '@randnotiz/contract/workshops/crew'
import type { Move } from '@randnotiz/contract/workshops/moves'
import { deskPath } from '@randnotiz/contract/workshops/paths'
import type { Session } from '@randnotiz/contract/workshops/session'
import { crewRights } from '@randnotiz/domain/workshops/crew-rights'
import { isOver } from '@randnotiz/domain/workshops/decision'
import { findCrew } from './find-crew.js'
import type { WorkshopParts } from './parts.js'

/** Who runs a workshop, for its crew; who else could, for whoever may choose. */
export async function readCrew(
  parts: WorkshopParts,
  workshopId: WorkshopId,
  viewer: Viewer,
): Promise<Result<Crew>> {
  const found = await findCrew(parts, workshopId, { viewer })
  if (!found.ok) return found
  const { session, role } = found.value
  const names = await parts.readAuthors(session.crew.map(({ userId }) => userId))
  const members = session.crew.map(member => ({
    ...member,
    name: names.get(member.userId)?.pseudonym ?? '–',
  }))
  const inside = new Set(session.crew.map(({ userId }) => userId))
  const mayChoose = crewRights.setCrew.roles.includes(role)
  const others = mayChoose ? (await parts.readStaff()).filter(({ id }) => !inside.has(id)) : []
  return accept({ members, others: others.map(({ id, pseudonym }) => ({ userId: id, name: pseudonym })) })
}

/** Only who works for the city can be called into a crew; whoever is in it may stay. */
export async function isCalledFromStaff(
  parts: WorkshopParts,
  { crew }: Extract<Move, { move: 'setCrew' }>,
  session: Session,
): Promise<boolean> {
  const known = new Set<UserId>(session.crew.map(({ userId }) => userId))
  if (crew.every(({ userId }) => known.has(userId))) return true
  for (const { id } of await parts.readStaff()) known.add(id)
  return crew.every(({ userId }) => known.has(userId))
}

/** Tells everybody who was called into a crew, once for each role: told again after a crash nobody hears it twice. */
export async function inviteCrew(parts: WorkshopParts, workshopId: WorkshopId): Promise<void> {
  const session = await parts.sessions.read(workshopId)
  const workshop = await parts.workshops.byId(workshopId)
  if (session === null || workshop === null || isOver(session)) return
  const owner = session.crew.find(({ role }) => role === 'owner')
  const by = owner && (await parts.readAuthors([owner.userId])).get(owner.userId)
  for (const { userId, role } of session.crew) {
    // Whoever has planned it knows.
    if (userId === workshop.ownerId) continue
    await parts.tellPerson(userId, `crew:${workshopId}:${userId}:${role}`, {
      ...{ kind: 'crew', workshop: session.setup.title, role },
      ...{ by: by?.pseudonym ?? '–', path: deskPath(workshopId) },
    })
  }
}
