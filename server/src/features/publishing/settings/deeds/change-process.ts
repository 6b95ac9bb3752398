import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { ChangeProcess, ProcessDesk } from '@randnotiz/contract/publishing/settings'
import { judgePhases } from '@randnotiz/domain/publishing/judge-phases'
import { settingsChanges } from '@randnotiz/domain/publishing/settings-changes'
import { mayConfigure, type SettingsParts, settledProcess } from '../parts.js'
import { processDesk } from './get-process-desk.js'

type Command = ChangeProcess & { processId: ProcessId }

/**
 * Changes the settings of a process in one go, and notes who has changed what. The note is written together with the
 * settings first and goes to the log from there, so that a crash loses neither.
 */
export async function changeProcess(
  parts: SettingsParts,
  { processId, commandId, edition, settings: wanted }: Command,
  viewer: Viewer,
): Promise<Result<ProcessDesk>> {
  const person = mayConfigure(viewer)
  if (!person.ok) return person
  const phases = judgePhases(wanted.phases)
  if (!phases.ok)
    return { ok: false, refusal: { ...phases.refusal, field: `settings.${phases.refusal.field}` } }
  const present = await settledProcess(parts, processId)
  if (present === null) return refuse('publishing/unknown-process')
  if (await parts.changes.knows(processId, commandId)) return processDesk(parts, processId)
  if (present.edition !== edition) return refuse('publishing/process-changed-meanwhile')
  const settings = { ...wanted, phases: phases.value }
  const entries = settingsChanges(present.process, settings)
  if (entries.length === 0) return processDesk(parts, processId)
  const unlogged = { key: commandId, at: parts.clock.now(), personId: person.value, entries }
  const changed = await parts.processes.change(processId, { edition, settings, unlogged })
  return changed ? processDesk(parts, processId) : refuse('publishing/process-changed-meanwhile')
}
