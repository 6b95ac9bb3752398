import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { StepPlan } from '@randnotiz/contract/workshops/agenda'
import type { Contribution, MakeContribution } from '@randnotiz/contract/workshops/contributions'
import type { Session } from '@randnotiz/contract/workshops/session'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { takesContributions } from '@randnotiz/domain/workshops/contributions'
import type { ContributionRecord, NewContribution } from '../storage/contribution-store.js'
import { peopleAt } from '../storage/seat-store.js'
import { contributionView } from '../view.js'
import { findSeat } from './find-seat.js'
import type { WorkshopParts } from './parts.js'
import { publishContributions } from './publish-contributions.js'

/**
 * Stores what somebody says in a gathering. Answered when it is on the disk; the same command again gets the same
 * answer, also when the gathering is over by then.
 */
export async function makeContribution(
  parts: WorkshopParts,
  { key, ...said }: MakeContribution,
): Promise<Result<Contribution>> {
  const { workshopId, stepId } = said
  const seat = await findSeat(parts, { workshopId, key })
  if (!seat.ok) return seat
  const { _id: participantId, name } = seat.value
  const earlier = await parts.contributions.byCommand({ ...said, participantId })
  if (earlier) return accept(contributionView(earlier, name))

  const session = await parts.sessions.read(workshopId)
  if (session === null) return refuse('workshops/unknown')
  const now = parts.clock.now()
  const fits = fitsStep(session, said, now)
  if (!fits.ok) return fits
  const most = fits.value.most === null ? null : fits.value.most * peopleAt(seat.value)
  if (most !== null && (await parts.contributions.countBy({ workshopId, stepId, participantId })) >= most)
    return refuse('workshops/enough-said')
  const kept = await keepContribution(parts, { ...said, participantId })
  return kept.ok ? accept(contributionView(kept.value, name)) : kept
}

type Kept = Omit<NewContribution, 'line' | 'at'>

/** Stores it with the words of its line as they stand, and makes an annotation of it when its time has come. */
export async function keepContribution(
  parts: WorkshopParts,
  said: Kept,
): Promise<Result<ContributionRecord>> {
  const { workshopId, documentId, blockId, quote } = said
  const lines = await parts.readLines(documentId)
  const line = lines?.find(line => line.blockId === blockId)?.text ?? null
  if (blockId !== null && line === null) return refuse('documents/unknown-block')
  if (quote !== null && !line?.includes(quote)) return refuse('annotations/passage-changed')
  const record = await parts.contributions.add({ ...said, line, at: parts.clock.now() })
  parts.contributionsChanged(workshopId)
  await publishContributions(parts, workshopId)
  return accept(record)
}

type Said = Pick<MakeContribution, 'stepId' | 'documentId' | 'blockId' | 'kind' | 'replacement'>
type Gathering = Extract<StepPlan, { kind: 'gather' }>

/** Whether the step takes such a contribution now. */
function fitsStep(session: Session, said: Said, now: Date): Result<Gathering> {
  const item = itemOf(session, said.stepId)
  if (item?.step.plan.kind !== 'gather') return refuse('workshops/unknown')
  if (!takesContributions(item, now)) return refuse('workshops/not-gathering')
  return fitsPlan(session, item.step.plan, said)
}

/** Whether a gathering asks for such a contribution at all. */
export function fitsPlan(session: Session, plan: Gathering, said: Omit<Said, 'stepId'>): Result<Gathering> {
  if (!plan.kinds.includes(said.kind)) return refuse('request/invalid', { field: 'kind' })
  if (!session.setup.documentIds.includes(said.documentId)) return refuse('documents/unknown')
  const isProposal = said.kind === 'wording'
  if (isProposal !== (said.replacement !== null)) return refuse('request/invalid', { field: 'replacement' })
  if (isProposal && said.blockId === null) return refuse('annotations/without-passage')
  return accept(plan)
}
