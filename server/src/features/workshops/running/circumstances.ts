import type { StepId, WorkshopId } from '@randnotiz/contract/kit/ids'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { AgendaItem, Session } from '@randnotiz/contract/workshops/session'
import { OptionId, type VoteOption, type VoteResult } from '@randnotiz/contract/workshops/voting'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import type { Circumstances } from '@randnotiz/domain/workshops/decision'
import { lastRound } from '@randnotiz/domain/workshops/voting'
import type { WorkshopParts } from '../deeds/parts.js'
import { countByHand, countInDatabase } from './counting.js'

type Asked = { workshopId: WorkshopId; session: Session; move: Move }

/** Reads what a decision on this move needs to know from outside, and no more. */
export async function circumstancesOf(parts: WorkshopParts, asked: Asked): Promise<Circumstances> {
  const { session, move } = asked
  const item = 'stepId' in move ? itemOf(session, move.stepId) : null
  const count = move.move === 'revealStep' && item ? await countTwice(parts, asked.workshopId, item) : null
  return {
    now: parts.clock.now(),
    holderSilentMs: move.move === 'takeControl' ? await holderSilentMs(parts, asked) : 0,
    optionsFor: ({ step }) => (step.plan.kind === 'dotVote' ? groupOptions(session, step.plan.source) : []),
    countOf: () => count,
  }
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
  const eligible = await parts.seats.countIn(workshopId)
  const running = await countInDatabase(parts.ballots, poll, round.vote)
  const recounted = await countByHand(parts.ballots, poll, round.vote)
  const late = await parts.ballots.countLate(poll)
  return {
    running: { tally: running, eligible, late },
    recounted: { tally: recounted, eligible, late },
  }
}
