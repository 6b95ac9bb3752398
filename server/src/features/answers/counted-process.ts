import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import type { CountedProcess } from '@randnotiz/domain/answers/process-numbers'
import type { AnswerParts } from './parts.js'

/** Everything of a process that is counted; its headings as the viewer may read them. */
export async function countedProcess(
  parts: AnswerParts,
  processId: ProcessId,
  viewer: Viewer,
): Promise<CountedProcess> {
  const documents = await parts.documents.ofProcess(processId)
  const found = await parts.desk.candidates(documents, { viewer })
  const texts = await Promise.all(
    documents.map(async document => ({
      document: { id: document.id, slug: document.slug, title: document.title },
      chapters: await parts.desk.chaptersOf(document, viewer),
    })),
  )
  const contributions = found.map(({ annotation, document, order }) => ({
    annotation,
    documentId: document.id,
    chapter: order.chapterOf(annotation),
  }))
  return { texts, contributions, answers: await parts.answers.ofProcess(processId) }
}
