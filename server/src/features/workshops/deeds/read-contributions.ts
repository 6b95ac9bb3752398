import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Contributions, ReadContributions } from '@randnotiz/contract/workshops/contributions'
import { type Looker, sightOf } from '@randnotiz/domain/workshops/contributions'
import { secretHash } from '../secret-hash.js'
import { contributionView } from '../view.js'
import { findCrew } from './find-crew.js'
import { findSeat } from './find-seat.js'
import type { WorkshopParts } from './parts.js'

/** Contributions behind a number, as far as whoever asks may see them now. */
export async function readContributions(
  parts: WorkshopParts,
  asked: ReadContributions,
  viewer: Viewer,
): Promise<Result<Contributions>> {
  const { workshopId, after } = asked
  const looker = await lookerOf(parts, asked, viewer)
  if (!looker.ok) return looker
  const session = await parts.sessions.read(workshopId)
  if (session === null) return refuse('workshops/unknown')
  const records = await parts.contributions.after(workshopId, after)
  const seats = await parts.seats.byIds([...new Set(records.map(({ participantId }) => participantId))])
  const names = new Map(seats.map(({ _id, name }) => [_id, name]))
  const contributions = records.flatMap(record => {
    const { _id: id, stepId, participantId } = record
    const sight = sightOf(session, { id, stepId, participantId }, looker.value)
    if (sight === 'hidden') return []
    return [contributionView(record, sight === 'signed' ? (names.get(participantId) ?? '–') : null)]
  })
  const upTo = records.at(-1)?.seq ?? after
  return accept({ contributions, upTo, counts: await parts.contributions.counts(workshopId) })
}

async function lookerOf(
  parts: WorkshopParts,
  { workshopId, key }: ReadContributions,
  viewer: Viewer,
): Promise<Result<Looker>> {
  if (key === null) {
    const crew = await findCrew(parts, workshopId, { viewer })
    return crew.ok ? accept({ kind: 'crew', role: crew.value.role }) : crew
  }
  const stage = await parts.stages.byKey(secretHash(key))
  if (stage?.workshopId === workshopId) return accept({ kind: 'stage' })
  const seat = await findSeat(parts, { workshopId, key })
  return seat.ok ? accept({ kind: 'seat', participantId: seat.value._id }) : seat
}
