import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { CommandId, OutcomeId, ProcessId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { FollowUp } from '@randnotiz/contract/workshops/follow-ups'
import { may } from '@randnotiz/domain/accounts/permissions'
import { isOver } from '@randnotiz/domain/workshops/decision'
import { decide } from '@randnotiz/domain/workshops/machine'
import { circumstancesOf } from '../running/circumstances.js'
import type { WorkshopParts } from './parts.js'

/** What workshops have left to be done, for whoever answers contributions. A rehearsal leaves nothing. */
export async function listFollowUps(
  { workshops, sessions }: WorkshopParts,
  processId: ProcessId,
  viewer: Viewer,
): Promise<Result<FollowUp[]>> {
  const refusal = may(viewer, 'answer:work')
  if (refusal !== null) return refuse(refusal)
  const open: FollowUp[] = []
  for (const { _id: id } of await workshops.overOfProcess(processId)) {
    const session = await sessions.read(id)
    if (session === null || !isOver(session) || session.setup.rehearsal) continue
    const workshop = { id, title: session.setup.title, published: session.phase === 'published' }
    for (const outcome of session.outcomes) if (outcome.state === 'open') open.push({ workshop, outcome })
  }
  const first = ({ outcome }: FollowUp) => outcome.dueOn ?? '9999'
  return accept(open.toSorted((a, b) => first(a).localeCompare(first(b))))
}

type Settling = {
  workshopId: WorkshopId
  outcomeId: OutcomeId
  commandId: CommandId
  state: 'open' | 'done'
}

/** Ticks a follow-up off, from outside of the crew. Once for each command id. */
export async function settleFollowUp(
  parts: WorkshopParts,
  { workshopId, outcomeId, commandId, state }: Settling,
  viewer: Viewer,
): Promise<Result<null>> {
  const refusal = may(viewer, 'answer:work')
  if (refusal !== null) return refuse(refusal)
  if (viewer.kind !== 'account') return refuse('accounts/sign-in-required')
  const by = { kind: 'office', userId: viewer.id } as const
  const move = { move: 'settleFollowUp', outcomeId, state } as const
  const moved = await parts.sessions.move(workshopId, { commandId, by }, async session =>
    // Before its end a workshop is its crew's.
    isOver(session) && !session.setup.rehearsal
      ? decide(
          session,
          { move, expectedVersion: null },
          by,
          await circumstancesOf(parts, { workshopId, session, move }),
        )
      : refuse('workshops/unknown'),
  )
  if (moved === null) return refuse('workshops/unknown')
  return moved.ok ? accept(null) : moved
}
