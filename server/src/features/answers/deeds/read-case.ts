import type { AnswerCase } from '@randnotiz/contract/answers/case'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { AnswerParts } from '../parts.js'
import { readCases } from '../read-cases.js'
import type { CaseRecord } from '../storage/record.js'
import { viewCase } from '../view.js'

/** A case with its notes and history, as staff see it. */
export async function readCase(parts: AnswerParts, annotationId: AnnotationId): Promise<Result<AnswerCase>> {
  const { cases, groups } = await readCases(parts, [annotationId])
  const standing = cases.get(annotationId)
  if (!standing) return refuse('annotations/unknown')
  const whole: CaseRecord = (await parts.cases.byId(annotationId)) ?? {
    ...standing.record,
    notes: [],
    history: [],
  }
  return accept(await viewCase(parts, whole, groups))
}
