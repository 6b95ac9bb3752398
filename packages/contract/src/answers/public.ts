import { z } from 'zod'
import { Annotation } from '../annotations/annotation.js'
import { Finding, FindingCursor } from '../annotations/finding.js'
import { Slug } from '../kit/ids.js'
import { OutcomeKind } from './outcome.js'
import { AnswerTotals } from './totals.js'

/** Most contributions in one answer. */
export const answersPageSize = 25

const chosen = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess(value => (value === '' ? undefined : value), shape.optional())

export const AnswersQuery = z.object({
  document: chosen(Slug),
  outcome: chosen(OutcomeKind),
  after: chosen(FindingCursor),
})
export type AnswersQuery = z.infer<typeof AnswersQuery>

/** Answered contributions of a process, in the order of its texts; `annotation.answer` says what became of each. */
export const AnswersPage = z.object({
  totals: AnswerTotals,
  /** Those that match. */
  total: z.number().int().nonnegative(),
  answered: z.array(z.object({ annotation: Annotation, document: Finding.shape.document })),
  next: FindingCursor.nullable(),
})
export type AnswersPage = z.infer<typeof AnswersPage>
