import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Author } from '@randnotiz/contract/annotations/annotation'
import type { ProcessId, UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { Clock } from '../../../platform/clock.js'
import type { Documents } from '../../documents/index.js'
import type { EditedProcess, ProcessStore } from '../process-store.js'
import type { ChangeLog } from './change-log.js'

/** What the deeds with settings are done with. */
export type SettingsParts = {
  processes: ProcessStore
  documents: Documents
  changes: ChangeLog
  readAuthors(ids: readonly UserId[]): Promise<Map<UserId, Author>>
  clock: Clock
}

/** Which administrator this is. */
export function mayConfigure(viewer: Viewer): Result<UserId> {
  const refusal = may(viewer, 'process:configure')
  if (refusal !== null || viewer.kind !== 'account') return refuse(refusal ?? 'accounts/sign-in-required')
  return accept(viewer.id)
}

/** A process as it is now, with everything in the log that was changed before. */
export async function settledProcess(
  { processes, changes }: SettingsParts,
  processId: ProcessId,
): Promise<EditedProcess | null> {
  const edited = await processes.edited(processId)
  if (!edited?.unlogged) return edited
  await changes.note(processId, edited.unlogged)
  await processes.markLogged(processId, edited.unlogged.key)
  return { ...edited, unlogged: null }
}
