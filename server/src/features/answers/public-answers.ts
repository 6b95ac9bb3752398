import type { PublicAnswer } from '@randnotiz/contract/answers/answer'
import type { AnswerTotals } from '@randnotiz/contract/answers/totals'
import type { AnnotationId, DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import { type CasePoints, publicAnswers } from '@randnotiz/domain/answers/public-answers'
import { totalsOf } from '@randnotiz/domain/answers/totals'
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

type Parts = Pick<AnswersDeps, 'documents' | 'countContributions' | 'desk'> & { cases: CaseStore }

/** What everybody may know of the answers. */
export class PublicAnswers {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Every answer of a process to a contribution that everybody may read. */
  async ofProcess(processId: ProcessId): Promise<AnsweredContribution[]> {
    const { cases, desk } = this.#parts
    const all = await cases.ofProcess(processId)
    const ids = all.flatMap(one => [one._id, ...membersOf(one)])
    const answers = publicAnswers(ids, all.map(pointsOf))
    const contributions = await desk.contributions([...answers.keys()])
    return [...answers].flatMap(([annotationId, answer]) => {
      const contribution = contributions.get(annotationId)
      if (contribution?.publication.state !== 'published') return []
      return [{ annotationId, documentId: contribution.documentId, answer }]
    })
  }

  async totals(processId: ProcessId): Promise<AnswerTotals> {
    const { documents, countContributions } = this.#parts
    const counts = await countContributions()
    const texts = await documents.ofProcess(processId)
    const contributions = texts.map(({ id }) => ({ documentId: id, count: counts.get(id) ?? 0 }))
    return totalsOf({ contributions, answers: await this.ofProcess(processId) })
  }
}

function pointsOf({ _id: annotationId, points }: CaseSummary): CasePoints {
  return { annotationId, points }
}

function membersOf({ points }: CaseSummary): AnnotationId[] {
  return points.flatMap(({ published }) => published?.members.map(member => member.annotationId) ?? [])
}
