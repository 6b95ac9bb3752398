import { reasonLimit } from '@randnotiz/contract/answers/answer'
import type { ReImportProblem } from '@randnotiz/contract/answers/exports/re-import'
import { forwardedToLimit, type Outcome, type OutcomeKind } from '@randnotiz/contract/answers/outcome'
import { PointNumber } from '@randnotiz/contract/answers/piece'
import { AnnotationId } from '@randnotiz/contract/kit/ids'

/** A row of a filled-in synopsis, as it was typed. */
export type TypedRow = {
  /** In the sheet, from 1. */
  row: number
  number: string
  id: string
  edition: string
  version: string
  outcome: string
  forwardedTo: string
  reason: string
}

export type ReadRow = {
  row: number
  number: string
  annotationId: AnnotationId
  point: PointNumber
  edition: number
  version: number
  /** Null where the department left the row empty. */
  answer: { outcome: Outcome; reason: string } | null
}

export type JudgedRow =
  | { ok: true; value: ReadRow }
  | { ok: false; row: number; number: string; problem: ReImportProblem }

/** The name of a row in a file that comes back: contribution and point. */
export const rowId = (annotationId: AnnotationId, point: PointNumber): string => `${annotationId}.${point}`

/**
 * What a department meant, or what is wrong with each row. `outcomeNamed` knows the words of every language, in which
 * outcomes are chosen in the file. Of two rows with the same id neither is taken: nobody knows which one was meant.
 */
export function readTypedRows(
  rows: readonly TypedRow[],
  outcomeNamed: (words: string) => OutcomeKind | null,
): JudgedRow[] {
  const uses = new Map<string, number>()
  for (const { id } of rows) uses.set(id, (uses.get(id) ?? 0) + 1)
  return rows.map(row => {
    const judged = judge(row, outcomeNamed)
    if (typeof judged === 'string') return refused(row, judged)
    return (uses.get(row.id) ?? 0) > 1 ? refused(row, 'duplicate') : { ok: true, value: judged }
  })
}

const refused = ({ row, number }: TypedRow, problem: ReImportProblem): JudgedRow => ({
  ok: false,
  row,
  number,
  problem,
})

function judge(
  typed: TypedRow,
  outcomeNamed: (words: string) => OutcomeKind | null,
): ReadRow | ReImportProblem {
  const [id, point, ...more] = typed.id.split('.')
  const annotationId = AnnotationId.safeParse(id)
  const number = PointNumber.safeParse(Number(point))
  const [edition, version] = [wholeNumber(typed.edition), wholeNumber(typed.version)]
  if (!annotationId.success || !number.success || more.length > 0) return 'unknown-id'
  if (edition === null || version === null) return 'unknown-id'
  const answer = answerOf(typed, outcomeNamed)
  if (typeof answer === 'string') return answer
  const { row, number: shown } = typed
  return { row, number: shown, annotationId: annotationId.data, point: number.data, edition, version, answer }
}

const wholeNumber = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : null)

function answerOf(
  { outcome: words, forwardedTo, reason: typed }: TypedRow,
  outcomeNamed: (words: string) => OutcomeKind | null,
): ReadRow['answer'] | ReImportProblem {
  const reason = typed.replaceAll('\r\n', '\n').trim()
  if (words.trim() === '') return reason === '' ? null : 'missing-outcome'
  const kind = outcomeNamed(words.trim())
  if (kind === null) return 'illegal-outcome'
  if (reason === '') return 'missing-reason'
  if (reason.length > reasonLimit) return 'reason-too-long'
  if (kind !== 'forwarded') return { outcome: { kind }, reason }
  const to = forwardedTo.trim()
  return to === '' || to.length > forwardedToLimit ? 'missing-recipient' : { outcome: { kind, to }, reason }
}
