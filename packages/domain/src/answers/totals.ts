import type { PublicAnswer } from '@randnotiz/contract/answers/answer'
import type { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import type { AnswerTotals } from '@randnotiz/contract/answers/totals'
import type { DocumentId } from '@randnotiz/contract/kit/ids'

/** What was answered of a contribution: an outcome for each answered point, and how many points are still open. */
export type CountedAnswer = { documentId: DocumentId; outcomes: readonly OutcomeKind[]; open: number }

export type Counted = {
  /** Contributions of each text that are counted. */
  contributions: readonly { documentId: DocumentId; count: number }[]
  /** Those among them of which a point was answered; others change nothing. */
  answers: readonly CountedAnswer[]
}

export const countedAnswer = ({
  documentId,
  answer,
}: {
  documentId: DocumentId
  answer: PublicAnswer
}): CountedAnswer => ({
  documentId,
  outcomes: answer.points.map(({ outcome }) => outcome.kind),
  open: answer.open,
})

/**
 * How far the answering is, wherever it is told: to everybody, to the office, in files. A contribution of several points
 * is answered when all of them are.
 */
export function totalsOf({ contributions, answers }: Counted): AnswerTotals {
  const complete = answers.filter(({ open }) => open === 0)
  const documents = contributions.map(({ documentId, count }) => ({
    documentId,
    contributions: count,
    answered: complete.filter(answered => answered.documentId === documentId).length,
  }))
  const outcomes: Partial<Record<OutcomeKind, number>> = {}
  for (const answer of answers) for (const kind of answer.outcomes) outcomes[kind] = (outcomes[kind] ?? 0) + 1
  return {
    contributions: documents.reduce((sum, document) => sum + document.contributions, 0),
    answered: complete.length,
    outcomes,
    documents,
  }
}
