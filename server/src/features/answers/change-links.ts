import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { ChangeLink } from '@randnotiz/contract/publishing/comparison'
import type { AnswerParts } from './parts.js'

/** What contributions have changed in a text, of the answers that everybody reads, in the order of the changes. */
export async function changeLinks(
  { answers, desk, documents }: Pick<AnswerParts, 'answers' | 'desk' | 'documents'>,
  documentId: DocumentId,
): Promise<ChangeLink[]> {
  const processId = await documents.processOf(documentId)
  if (processId === null) return []
  const ofText = (await answers.ofProcess(processId)).filter(
    one => one.documentId === documentId && one.answer.points.some(({ change }) => change !== null),
  )
  const contributions = await desk.contributions(ofText.map(({ annotationId }) => annotationId))
  return ofText
    .flatMap(({ annotationId, answer }) => {
      const contribution = contributions.get(annotationId)
      if (!contribution) return []
      const { kind, quote } = contribution
      return answer.points.flatMap(({ change }): ChangeLink[] =>
        change ? [{ annotationId, kind, quote, blockIds: change.blockIds, at: change.at }] : [],
      )
    })
    .sort((a, b) => a.at.localeCompare(b.at))
}
