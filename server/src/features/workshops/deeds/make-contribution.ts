import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { StepPlan } from '@randnotiz/contract/workshops/agenda'
import type { Contribution, MakeContribution } from '@randnotiz/contract/workshops/contributions'
import type { Session } from '@randnotiz/contract/workshops/session'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { takesContributions } from '@randnotiz/domain/workshops/contributions'
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
  const { workshopId, stepId, documentId, blockId, quote } = said
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
  const { most } = fits.value
  if (most !== null && (await parts.contributions.countBy({ workshopId, stepId, participantId })) >= most)
    return refuse('workshops/enough-said')
  const lines = await parts.readLines(documentId)
  const line = lines?.find(line => line.blockId === blockId)?.text ?? null
  if (blockId !== null && line === null) return refuse('documents/unknown-block')
  if (quote !== null && !line?.includes(quote)) return refuse('annotations/passage-changed')

  const record = await parts.contributions.add({ ...said, participantId, line, at: now })
  parts.contributionsChanged(workshopId)
  await publishContributions(parts, workshopId)
  return accept(contributionView(record, name))
}

type Said = Pick<MakeContribution, 'stepId' | 'documentId' | 'blockId' | 'kind' | 'replacement'>
type Gathering = Extract<StepPlan, { kind: 'gather' }>

/** Whether the step takes such a contribution now. */
function fitsStep(session: Session, said: Said, now: Date): Result<Gathering> {
  const item = itemOf(session, said.stepId)
  if (item?.step.plan.kind !== 'gather') return refuse('workshops/unknown')
  if (!takesContributions(item, now)) return refuse('workshops/not-gathering')
  const { plan } = item.step
  if (!plan.kinds.includes(said.kind)) return refuse('request/invalid', { field: 'kind' })
  if (!session.setup.documentIds.includes(said.documentId)) return refuse('documents/unknown')
  const isProposal = said.kind === 'wording'
  if (isProposal !== (said.replacement !== null)) return refuse('request/invalid', { field: 'replacement' })
  if (isProposal && said.blockId === null) return refuse('annotations/without-passage')
  return accept(plan)
}
