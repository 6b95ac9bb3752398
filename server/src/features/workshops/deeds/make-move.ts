import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { MoveCommand } from '@randnotiz/contract/workshops/moves'
import { roleOf } from '@randnotiz/domain/workshops/control'
import { decide } from '@randnotiz/domain/workshops/machine'
import { circumstancesOf } from '../running/circumstances.js'
import { isCalledFromStaff } from './crew.js'
import { openDesk } from './open-desk.js'
import type { WorkshopParts } from './parts.js'

/** What somebody of the crew asks of the session. Happens at most once for each command id. */
export async function makeMove(
  parts: WorkshopParts,
  command: MoveCommand,
  viewer: Viewer,
): Promise<Result<DeskView>> {
  if (viewer.kind !== 'account') return refuse('accounts/sign-in-required')
  const { workshopId, commandId } = command
  const by = { kind: 'crew', userId: viewer.id } as const
  const { move } = command
  const moved = await parts.sessions.move(workshopId, { commandId, by }, async session => {
    // Strangers learn nothing, not even whether something would be possible.
    if (roleOf(session, viewer.id) === null) return refuse('accounts/not-permitted')
    const decided = decide(session, command, by, await circumstancesOf(parts, { workshopId, session, move }))
    if (!decided.ok || move.move !== 'setCrew' || (await isCalledFromStaff(parts, move, session)))
      return decided
    return refuse('request/invalid', { field: 'crew' })
  })
  if (moved === null) return refuse('workshops/unknown')
  return moved.ok ? openDesk(parts, workshopId, viewer) : moved
}
