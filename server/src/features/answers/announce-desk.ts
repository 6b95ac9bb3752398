import { answersChanged } from '@randnotiz/contract/answers/messages'
import type { AnnotationId, ProcessId } from '@randnotiz/contract/kit/ids'
import type { AnswerParts } from './parts.js'
import type { CaseSummary } from './storage/record.js'

/** Everybody who sits at the desk of a process. */
export const deskRoom = (processId: ProcessId) => `desk:${processId}`

export function announceDesk(
  { realtime }: Pick<AnswerParts, 'realtime'>,
  changed: Iterable<CaseSummary>,
): void {
  const byProcess = new Map<ProcessId, AnnotationId[]>()
  for (const { processId, _id } of changed)
    byProcess.set(processId, [...(byProcess.get(processId) ?? []), _id])
  for (const [processId, annotationIds] of byProcess)
    realtime.announce(answersChanged, deskRoom(processId), { processId, annotationIds })
}
