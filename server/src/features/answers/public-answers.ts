import type { PublicAnswer } from '@randnotiz/contract/answers/answer'
import type { AnswerTotals } from '@randnotiz/contract/answers/totals'
import type { AnnotationId, DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import { type CasePoints, publicAnswers } from '@randnotiz/domain/answers/public-answers'
import { countedAnswer, totalsOf } from '@randnotiz/domain/answers/totals'
import type { Connection } from 'mongoose'
import type { AnswersDeps } from './parts.js'
import { CaseStore } from './storage/case-store.js'
import { answerModels } from './storage/models.js'
import type { CaseSummary } from './storage/record.js'

export type AnsweredContribution = {
  annotationId: AnnotationId
  documentId: DocumentId
  answer: PublicAnswer
}

/** What everybody reads at contributions; whoever is missing has no answer. */
export type ReadPublicAnswers = (ids: readonly AnnotationId[]) => Promise<Map<AnnotationId, PublicAnswer>>

/** Needs nothing but the database: whatever shows contributions asks it. */
export function readPublicAnswers(connection: Connection): ReadPublicAnswers {
  const cases = new CaseStore(answerModels(connection))
  return async ids => {
    if (ids.length === 0) return new Map()
    const [own, leads] = await Promise.all([cases.byIds(ids), cases.leadsOf(ids)])
    return publicAnswers(ids, [...own, ...leads].map(pointsOf))
  }
}

type Parts = Pick<AnswersDeps, 'documents' | 'desk'>

/** What everybody may know of the answers. Read from what the feed of contributions has told, so it costs no case. */
export class PublicAnswers {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Every answer of a process to a contribution that everybody may read. */
  async ofProcess(processId: ProcessId): Promise<AnsweredContribution[]> {
    return (await this.#count(processId)).answers
  }

  async totals(processId: ProcessId): Promise<AnswerTotals> {
    return totalsIn(await this.#count(processId))
  }

  /** The same of one text. */
  async documentTotals(documentId: DocumentId): Promise<AnswerTotals> {
    return totalsIn(await this.#countIn([documentId]))
  }

  async #count(processId: ProcessId): Promise<PublicCounts> {
    const texts = await this.#parts.documents.ofProcess(processId)
    return this.#countIn(texts.map(({ id }) => id))
  }

  async #countIn(documentIds: readonly DocumentId[]): Promise<PublicCounts> {
    const counts: PublicCounts = { contributions: [], answers: [] }
    for (const documentId of documentIds) {
      const { contributions, answers } = await this.#parts.desk.countPublic(documentId)
      counts.contributions.push({ documentId, count: contributions })
      for (const { annotationId, answer } of answers)
        counts.answers.push({ annotationId, documentId, answer })
    }
    return counts
  }
}

type PublicCounts = {
  contributions: { documentId: DocumentId; count: number }[]
  answers: AnsweredContribution[]
}

const totalsIn = ({ contributions, answers }: PublicCounts) =>
  totalsOf({ contributions, answers: answers.map(countedAnswer) })

function pointsOf({ _id: annotationId, points }: CaseSummary): CasePoints {
  return { annotationId, points }
}
