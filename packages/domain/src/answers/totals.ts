import type { PublicAnswer } from '@randnotiz/contract/answers/answer'
import type { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import type { AnswerTotals } from '@randnotiz/contract/answers/totals'
import type { DocumentId } from '@randnotiz/contract/kit/ids'

export type Counted = {
  /** Contributions that everybody may read, of each text of the process. */
  contributions: readonly { documentId: DocumentId; count: number }[]
  /** What those among them that have one were answered. */
  answers: readonly { documentId: DocumentId; answer: PublicAnswer }[]
}

/** How far the answering is. A contribution of several points is answered when all of them are. */
export function totalsOf({ contributions, answers }: Counted): AnswerTotals {
  const complete = answers.filter(({ answer }) => answer.open === 0)
  const documents = contributions.map(({ documentId, count }) => ({
    documentId,
    contributions: count,
    answered: complete.filter(answered => answered.documentId === documentId).length,
  }))
  const outcomes: Partial<Record<OutcomeKind, number>> = {}
  for (const { answer } of answers)
    for (const { outcome } of answer.points) outcomes[outcome.kind] = (outcomes[outcome.kind] ?? 0) + 1
  return {
    contributions: documents.reduce((sum, document) => sum + document.contributions, 0),
    answered: complete.length,
    outcomes,
    documents,
  }
}
