import type { AnnotationId, StepId, WorkshopId } from '@randnotiz/contract/kit/ids'
import type { StepSubject } from '@randnotiz/contract/workshops/agenda'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { AgendaItem, Session } from '@randnotiz/contract/workshops/session'
import { OptionId, type VoteOption, type VoteResult } from '@randnotiz/contract/workshops/voting'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import type { Circumstances } from '@randnotiz/domain/workshops/decision'
import { lastRound } from '@randnotiz/domain/workshops/voting'
import type { WorkshopParts } from '../deeds/parts.js'
import type { ContributionRecord } from '../storage/contribution-store.js'
import { countByHand, countInDatabase } from './counting.js'

type Asked = { workshopId: WorkshopId; session: Session; move: Move }

/** Reads what a decision on this move needs to know from outside, and no more. */
export async function circumstancesOf(parts: WorkshopParts, asked: Asked): Promise<Circumstances> {
  const { session, move } = asked
  const item = 'stepId' in move ? itemOf(session, move.stepId) : null
  const count = move.move === 'revealStep' && item ? await countTwice(parts, asked.workshopId, item) : null
  const options = move.move === 'openStep' && item ? await optionsFor(parts, asked, item) : []
  return {
    now: parts.clock.now(),
    holderSilentMs: move.move === 'takeControl' ? await holderSilentMs(parts, asked) : 0,
    optionsFor: () => options,
    countOf: () => count,
  }
}

/** What a vote of this step is about, as it stands now. */
async function optionsFor(
  parts: WorkshopParts,
  { workshopId, session }: Asked,
  { step }: AgendaItem,
): Promise<VoteOption[]> {
  const { plan, subject } = step
  if (plan.kind === 'duel' && subject !== null) return wordingOptions(parts, { workshopId, session, subject })
  if (plan.kind !== 'dotVote') return []
  if (itemOf(session, plan.source)?.step.plan.kind === 'group') return groupOptions(session, plan.source)
  const said = await shown(parts, { workshopId, session }, plan.source)
  return said.slice(0, mostOptions).map(({ _id, body }) => option(_id, body))
}

const mostOptions = 200
const labelLimit = 500

const option = (id: AnnotationId, label: string): VoteOption => ({
  id: OptionId.parse(id),
  label: label.slice(0, labelLimit),
  annotationIds: [id],
})

/** What was said in a gathering and is not held back. */
async function shown(
  parts: WorkshopParts,
  { workshopId, session }: Pick<Asked, 'workshopId' | 'session'>,
  stepId: StepId,
): Promise<ContributionRecord[]> {
  const held = new Set(session.heldBack.map(({ annotationId }) => annotationId))
  const all = await parts.contributions.ofStep(workshopId, stepId)
  return all.filter(({ _id }) => !held.has(_id))
}

/** The wording as it is, and every other one that was proposed for this block in the workshop. */
async function wordingOptions(
  parts: WorkshopParts,
  asked: Pick<Asked, 'workshopId' | 'session'> & { subject: StepSubject },
): Promise<VoteOption[]> {
  const { subject, session } = asked
  const lines = (await parts.readLines(subject.documentId)) ?? []
  const asItIs = lines.find(({ blockId }) => blockId === subject.blockId)
  if (!asItIs) return []
  const gatherings = session.agenda.filter(({ step }) => step.plan.kind === 'gather')
  const said = await Promise.all(gatherings.map(({ step }) => shown(parts, asked, step.id)))
  const others = said
    .flat()
    .filter(({ blockId, kind }) => blockId === subject.blockId && kind === 'wording')
    .slice(0, mostOptions - 1)
    .map(({ _id, replacement }) => option(_id, replacement ?? ''))
  if (others.length === 0) return []
  const label = asItIs.text.slice(0, labelLimit)
  return [{ id: OptionId.parse('as-it-is'), label, annotationIds: [] }, ...others]
}

async function holderSilentMs(parts: WorkshopParts, { workshopId, session }: Asked): Promise<number> {
  const { holder, since } = session.control
  const sign = await parts.workshops.lastSign(workshopId, holder)
  const seen = Math.max(sign?.getTime() ?? 0, Date.parse(since))
  return parts.clock.now().getTime() - seen
}

/** Groups with contributions, in the order of the desk. */
function groupOptions(session: Session, source: StepId): VoteOption[] {
  const groups = itemOf(session, source)?.groups ?? []
  return groups
    .filter(group => group.annotationIds.length > 0)
    .map((group, at) => ({
      id: OptionId.parse(group.id),
      label: group.title || String(at + 1),
      annotationIds: group.annotationIds,
    }))
}

/** Once as it was shown while people voted, once from every single ballot. */
async function countTwice(
  parts: WorkshopParts,
  workshopId: WorkshopId,
  item: AgendaItem,
): Promise<{ running: VoteResult; recounted: VoteResult } | null> {
  const round = lastRound(item)
  if (round?.vote == null) return null
  const poll = { workshopId, stepId: item.step.id, round: round.number }
  // A ballot that was taken in the last moment may still be on its way to the disk, and will be acknowledged.
  await parts.ballots.settled()
  const eligible = await parts.seats.countIn(workshopId)
  const running = await countInDatabase(parts.ballots, poll, round.vote)
  const recounted = await countByHand(parts.ballots, poll, round.vote)
  const late = await parts.ballots.countLate(poll)
  return {
    running: { tally: running, eligible, late },
    recounted: { tally: recounted, eligible, late },
  }
}
