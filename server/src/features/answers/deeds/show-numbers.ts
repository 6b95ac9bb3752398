import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ProcessNumbers } from '@randnotiz/contract/answers/numbers'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { processNumbers } from '@randnotiz/domain/answers/process-numbers'
import { processBySlug } from '../desk/process-of.js'
import type { AnswerParts } from '../parts.js'

/** Contributions and answers of a process in numbers, for staff: small ones too. */
export async function showNumbers(
  parts: AnswerParts,
  slug: string,
  viewer: Viewer,
): Promise<Result<ProcessNumbers>> {
  const refusal = may(viewer, 'answer:work')
  if (refusal !== null) return refuse(refusal)
  const process = await processBySlug(parts, slug)
  if (!process) return refuse('publishing/unknown-process')
  const documents = await parts.documents.ofProcess(process.id)
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
  const answers = await parts.answers.ofProcess(process.id)
  return accept(processNumbers({ texts, contributions, answers }))
}
