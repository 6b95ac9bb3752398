import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { AnswerSettings } from '@randnotiz/contract/answers/settings'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { AnswerParts } from '../parts.js'
import { askStaff } from './ask-staff.js'

/** Other units and text blocks for a process; never over those of a colleague who was faster. */
export async function changeSettings(
  parts: AnswerParts,
  { processId, settings }: { processId: ProcessId; settings: AnswerSettings },
  viewer: Viewer,
): Promise<Result<AnswerSettings>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  const processes = await parts.publishing.all()
  if (processes.every(({ id }) => id !== processId)) return refuse('publishing/unknown-process')
  const changed = await parts.settings.change(processId, settings)
  return changed ? accept(changed) : refuse('answers/settings-changed')
}
