import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Contribution, TypeCard } from '@randnotiz/contract/workshops/contributions'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { takesCards } from '@randnotiz/domain/workshops/contributions'
import { crewRights } from '@randnotiz/domain/workshops/crew-rights'
import { contributionView } from '../view.js'
import { findCrew } from './find-crew.js'
import { fitsPlan, keepContribution } from './make-contribution.js'
import type { WorkshopParts } from './parts.js'

/**
 * Stores a card, or what somebody has said aloud, as a contribution of the hall. The same command again gets the same
 * answer.
 */
export async function typeCard(
  parts: WorkshopParts,
  { workshopId, ...card }: TypeCard & { workshopId: WorkshopId },
  viewer: Viewer,
): Promise<Result<Contribution>> {
  const crew = await findCrew(parts, workshopId, { viewer, roles: crewRights.makeGroup.roles })
  if (!crew.ok) return crew
  const { session } = crew.value
  const paper = await parts.seats.paper(workshopId, parts.clock.now())
  const said = { workshopId, ...card, participantId: paper._id }
  const earlier = await parts.contributions.byCommand(said)
  if (earlier) return accept(contributionView(earlier, paper.name))
  const item = itemOf(session, card.stepId)
  if (item?.step.plan.kind !== 'gather') return refuse('workshops/unknown')
  if (!takesCards(session, item)) return refuse('workshops/not-gathering')
  const fits = fitsPlan(session, item.step.plan, card)
  if (!fits.ok) return fits
  const kept = await keepContribution(parts, said)
  return kept.ok ? accept(contributionView(kept.value, paper.name)) : kept
}
