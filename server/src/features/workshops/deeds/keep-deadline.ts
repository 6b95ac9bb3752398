import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { refuse } from '@randnotiz/contract/kit/result'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { decide } from '@randnotiz/domain/workshops/machine'
import { circumstancesOf } from '../running/circumstances.js'
import { type Deadline, deadlineCommand } from '../running/deadlines.js'
import type { WorkshopParts } from './parts.js'

/** Does what a time that is up demands. Several processes may come at once: it happens once. */
export async function keepDeadline(
  parts: WorkshopParts,
  workshopId: WorkshopId,
  deadline: Deadline,
): Promise<void> {
  const { stepId, round } = deadline
  if (deadline.kind === 'forgetVoters') return parts.ballots.forgetVoters({ workshopId, stepId, round })
  const by = { kind: 'server' } as const
  const move = { move: 'sealStep', stepId } as const
  const commandId = deadlineCommand(workshopId, deadline)
  await parts.sessions.move(workshopId, { commandId, by }, async session => {
    const status = itemOf(session, stepId)?.status
    // Held or opened anew in the meantime: then this seal is off.
    const isStillDue =
      status?.state === 'open' && status.sealsAt !== null && Date.parse(status.sealsAt) === deadline.at
    if (!isStillDue) return refuse('workshops/not-now')
    const circumstances = await circumstancesOf(parts, { workshopId, session, move })
    return decide(session, { move, expectedVersion: null }, by, circumstances)
  })
}
