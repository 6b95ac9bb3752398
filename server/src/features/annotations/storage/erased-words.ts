import { randomUUID } from 'node:crypto'
import { unnamedAuthor } from '@randnotiz/contract/annotations/annotation'
import { DocumentId, ReplyId, type UserId } from '@randnotiz/contract/kit/ids'
import { Types } from 'mongoose'
import { z } from 'zod'
import { stored } from '../../../platform/mongo/ids.js'
import type { AnnotationModels } from './models.js'

/** Stands where words were; a record always has some. */
const nothing = '–'

const Touched = z.object({
  documentId: stored(DocumentId),
  replies: z.array(z.object({ _id: stored(ReplyId) })),
})

/** Nobody's: no command of theirs can come again. */
const nobodys = () => ({ authorId: unnamedAuthor.id, commandId: randomUUID(), commandDigest: '' })

/** Takes a person out of the annotations: their words, how they read before, and whose they were. */
export class ErasedWords {
  readonly #annotations: AnnotationModels['annotations']

  constructor({ annotations }: AnnotationModels) {
    this.#annotations = annotations
  }

  /** Answers the documents and replies where something was theirs. Done twice it is done once. */
  async erase(person: UserId, at: Date): Promise<{ documents: DocumentId[]; replies: ReplyId[] }> {
    const documents = new Set<DocumentId>()
    const replies: ReplyId[] = []
    for (const { _id } of await this.#touchedBy(person)) {
      await this.#eraseOwn(_id, person, at)
      for (let reply = await this.#eraseReply(_id, person, at); reply !== null; ) {
        replies.push(reply)
        reply = await this.#eraseReply(_id, person, at)
      }
      const row = await this.#annotations.findById(_id, { documentId: 1, replies: 1 }).lean()
      if (row) documents.add(Touched.parse(row).documentId)
    }
    return { documents: [...documents], replies }
  }

  #touchedBy(person: UserId) {
    return this.#annotations
      .find({ $or: [{ authorId: person }, { 'replies.authorId': person }] }, { _id: 1 })
      .sort({ _id: 1 })
      .lean()
  }

  async #eraseOwn(_id: unknown, person: UserId, at: Date): Promise<void> {
    const words = { body: nothing, reason: null, instead: null, replacement: null, wordings: [] }
    await this.#annotations.updateOne(
      { _id, authorId: person },
      {
        $set: { ...words, ...nobodys(), publication: withdrawnAt(at), unannounced: true },
        $inc: { revision: 1 },
      },
    )
  }

  /** One of theirs; null when there is none left. */
  async #eraseReply(_id: unknown, person: UserId, at: Date): Promise<ReplyId | null> {
    const row = await this.#annotations
      .findOne({ _id, 'replies.authorId': person }, { documentId: 1, 'replies.$': 1 })
      .lean()
    const reply = row ? Touched.parse(row).replies[0]?._id : undefined
    if (reply === undefined) return null
    const fresh = { body: nothing, ...nobodys(), publication: withdrawnAt(at) }
    const changed = Object.entries(fresh).map(([field, value]) => [`replies.$[reply].${field}`, value])
    await this.#annotations.updateOne(
      { _id },
      {
        $set: { ...Object.fromEntries(changed), unannounced: true },
        $pull: { replyWordings: { authorId: person } },
        $inc: { revision: 1 },
      },
      { arrayFilters: [{ 'reply._id': new Types.ObjectId(reply) }] },
    )
    return reply
  }
}

const withdrawnAt = (at: Date) => ({ state: 'withdrawn', since: at.toISOString() })
