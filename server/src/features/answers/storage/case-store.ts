import type { PointName } from '@randnotiz/contract/answers/case'
import { AnnotationId, AnswerNoteId, type ProcessId } from '@randnotiz/contract/kit/ids'
import { type QueryFilter, Types } from 'mongoose'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { newId, stored } from '../../../platform/mongo/ids.js'
import type { AnswerModels } from './models.js'
import { CaseRecord, CaseSummary, type HistoryRecord, type NoteRecord, type PointRecord } from './record.js'

export type CaseChange = { points: PointRecord[]; deeds: HistoryRecord[] }

const portionSize = 500

const NoteCount = z.object({ _id: stored(AnnotationId), notes: z.array(z.unknown()).default([]) })

export const keyOf = ({ annotationId, number }: PointName): string => `${annotationId}.${number}`

/**
 * The cases. Nothing is stored of a contribution until somebody does something about it; then its whole case is one
 * document, and every change says which version it changes.
 */
export class CaseStore {
  #cases: AnswerModels['cases']

  constructor({ cases }: AnswerModels) {
    this.#cases = cases
  }

  /**
   * Answers false, and does nothing, when the case is not as it was read, or when a point would be in two groups.
   */
  async change(before: CaseSummary, { points, deeds }: CaseChange): Promise<boolean> {
    const { _id, version, documentId, processId } = before
    const fields = { points, ...membersOf(points), unlisted: true }
    try {
      if (version === 0) {
        await this.#cases.create({ ...fields, _id, documentId, processId, version: 1, history: deeds })
        return true
      }
      const { memberKeys, ...set } = fields
      const { modifiedCount } = await this.#cases.updateOne(
        { _id, version },
        {
          $set: { ...set, ...(memberKeys ? { memberKeys } : {}) },
          ...(memberKeys ? {} : { $unset: { memberKeys: 1 } }),
          $push: { history: { $each: deeds } },
          $inc: { version: 1 },
        },
      )
      return modifiedCount === 1
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }

  /** A trace in the history that changes nothing, and no version; only where there is a case already. */
  async note(id: AnnotationId, deed: HistoryRecord): Promise<void> {
    await this.#cases.updateOne({ _id: id }, { $push: { history: deed } })
  }

  /** Adds a note once for each command of its author. */
  async addNote(about: CaseRecord, note: Omit<NoteRecord, '_id'>): Promise<void> {
    if (about.version === 0) await this.change(about, { points: about.points, deeds: [] })
    const { authorId, commandId } = note
    await this.#cases.updateOne(
      { _id: about._id, notes: { $not: { $elemMatch: { authorId, commandId } } } },
      { $push: { notes: { ...note, _id: new Types.ObjectId(newId(AnswerNoteId)) } } },
    )
  }

  async byId(id: AnnotationId): Promise<CaseRecord | null> {
    const row = await this.#cases.findById(id).lean()
    return row ? CaseRecord.parse(row) : null
  }

  /** Without notes and history. */
  byIds(ids: readonly AnnotationId[]): Promise<CaseSummary[]> {
    return this.#summaries({ _id: { $in: ids } })
  }

  /** Those that answer points of these contributions beside their own. */
  leadsOf(ids: readonly AnnotationId[]): Promise<CaseSummary[]> {
    return this.#summaries({ memberIds: { $in: ids } })
  }

  /** In the order of their ids, some at a time: between two portions others get their turn. */
  async *ofProcess(processId: ProcessId): AsyncGenerator<CaseSummary[]> {
    for (let after: AnnotationId | null = null; ; ) {
      const behind = after === null ? {} : { _id: { $gt: after } }
      const portion = await this.#summaries({ processId, ...behind }, portionSize)
      if (portion.length === 0) return
      yield portion
      after = portion.at(-1)?._id ?? null
    }
  }

  /** How many notes there are, of those that have any. */
  async noteCounts(ids: readonly AnnotationId[]): Promise<Map<AnnotationId, number>> {
    const rows = await this.#cases.find({ _id: { $in: ids } }, { 'notes._id': 1 }).lean()
    return new Map(rows.map(row => NoteCount.parse(row)).map(({ _id, notes }) => [_id, notes.length]))
  }

  async #summaries(filter: QueryFilter<unknown>, limit = 0): Promise<CaseSummary[]> {
    const rows = await this.#cases.find(filter, { notes: 0, history: 0 }).sort({ _id: 1 }).limit(limit).lean()
    return rows.map(row => CaseSummary.parse(row))
  }
}

function membersOf(points: readonly PointRecord[]): {
  memberKeys: string[] | undefined
  memberIds: string[]
} {
  const keys = points.flatMap(({ members }) => members.map(keyOf))
  const ids = points.flatMap(({ members, published }) =>
    [...members, ...(published?.members ?? [])].map(({ annotationId }) => annotationId),
  )
  return { memberKeys: keys.length > 0 ? keys : undefined, memberIds: [...new Set(ids)] }
}
