import { answersChanged } from '@randnotiz/contract/answers/messages'
import { AnnotationId, DocumentId, type ProcessId } from '@randnotiz/contract/kit/ids'
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

/** Tells the desk what citizens write, change and take back; answers how to stop. */
export function announceContributions({
  realtime,
  documents,
  events,
}: Pick<AnswerParts, 'realtime' | 'documents' | 'events'>): () => void {
  return events.on('annotations/changed', async event => {
    const processId = await documents.processOf(DocumentId.parse(event.documentId))
    if (processId === null) return
    const annotationIds = event.annotationIds.map(id => AnnotationId.parse(id))
    realtime.announce(answersChanged, deskRoom(processId), { processId, annotationIds })
  })
}
