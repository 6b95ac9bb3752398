import { OutlineEntry } from '@randnotiz/contract/documents/document'
import { CommandId, DocumentId, ReleaseId, UserId } from '@randnotiz/contract/kit/ids'
import { Base64 } from '@randnotiz/contract/kit/wire-values'
import { Release } from '@randnotiz/contract/publishing/release'
import { Hash } from '@randnotiz/contract/publishing/version'
import { Types } from 'mongoose'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../platform/mongo/ids.js'
import type { VersionModels } from './version-models.js'

const storedMoment = z.date().transform(date => date.toISOString())

export const ReleaseRecord = Release.omit({ id: true, documentId: true, createdAt: true }).extend({
  _id: stored(ReleaseId),
  documentId: stored(DocumentId),
  createdAt: storedMoment,
  state: Hash,
  stateVector: Base64,
  outline: z.array(OutlineEntry),
  token: z.string(),
  authorId: stored(UserId),
  commandId: CommandId,
  commandDigest: z.string(),
})
export type ReleaseRecord = z.output<typeof ReleaseRecord>

export type NewRelease = Omit<ReleaseRecord, '_id' | 'createdAt'> & { id: ReleaseId; createdAt: Date }

/** The releases of documents. The unique indexes decide between two who publish at the same time. */
export class ReleaseStore {
  readonly #releases: VersionModels['releases']

  constructor({ releases }: VersionModels) {
    this.#releases = releases
  }

  /** Null when the number, or this person's command, is there already. */
  async insert({ id, ...release }: NewRelease): Promise<ReleaseRecord | null> {
    try {
      const created = await this.#releases.create({ ...release, _id: new Types.ObjectId(id) })
      return ReleaseRecord.parse(created.toObject())
    } catch (error) {
      if (isDuplicateKey(error)) return null
      throw error
    }
  }

  /** Newest first. */
  async ofDocument(documentId: DocumentId): Promise<ReleaseRecord[]> {
    const rows = await this.#releases.find({ documentId }).sort({ number: -1 }).lean()
    return rows.map(row => ReleaseRecord.parse(row))
  }

  /** What of these was published behind a moment, oldest first. */
  async since(documentIds: readonly DocumentId[], moment: Date): Promise<ReleaseRecord[]> {
    const rows = await this.#releases
      .find({ documentId: { $in: documentIds }, createdAt: { $gt: moment } })
      .sort({ createdAt: 1, _id: 1 })
      .lean()
    return rows.map(row => ReleaseRecord.parse(row))
  }

  async last(documentId: DocumentId): Promise<ReleaseRecord | null> {
    const row = await this.#releases.findOne({ documentId }).sort({ number: -1 }).lean()
    return row ? ReleaseRecord.parse(row) : null
  }

  async byNumber(documentId: DocumentId, number: number): Promise<ReleaseRecord | null> {
    const row = await this.#releases.findOne({ documentId, number }).lean()
    return row ? ReleaseRecord.parse(row) : null
  }

  async byId(id: ReleaseId): Promise<ReleaseRecord | null> {
    const row = await this.#releases.findById(id).lean()
    return row ? ReleaseRecord.parse(row) : null
  }

  async byCommand(authorId: UserId, commandId: CommandId): Promise<ReleaseRecord | null> {
    const row = await this.#releases.findOne({ authorId, commandId }).lean()
    return row ? ReleaseRecord.parse(row) : null
  }

  /** Of the releases of a document, newest first. */
  async tokensOf(documentId: DocumentId): Promise<string[]> {
    const rows = await this.#releases.find({ documentId }, { token: 1 }).sort({ number: -1 }).lean()
    return rows.map(({ token }) => token)
  }

  async tokens(): Promise<string[]> {
    return this.#releases.distinct('token')
  }
}

/** How a release leaves the server. */
export function releaseOf({ _id: id, ...record }: ReleaseRecord): Release {
  const { documentId, number, title, summary, createdAt, hash, words } = record
  return { id, documentId, number, title, summary, createdAt, hash, words }
}
