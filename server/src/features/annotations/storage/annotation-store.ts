import type { Publication } from '@randnotiz/contract/annotations/publication'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import {
  AnnotationId,
  type CommandId,
  DocumentId,
  type IntakeItemId,
  type ReplyId,
  type UserId,
} from '@randnotiz/contract/kit/ids'
import { type QueryFilter, Types } from 'mongoose'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { newId, stored } from '../../../platform/mongo/ids.js'
import { FeedMarks } from './feed-marks.js'
import type { AnnotationModels } from './models.js'
import { PendingEdits } from './pending-edits.js'
import {
  type AcceptedProposal,
  AnnotationRecord,
  type AnnotationRevision,
  type NewAnnotation,
  type NewAttachment,
  type NewReply,
  type NewReplyWording,
  type NewWording,
  type PassageRecord,
  type ReplyRecord,
  readPassage,
} from './record.js'

const StoredAnnotationId = stored(AnnotationId)
const StoredDocumentId = stored(DocumentId)

const withheldStates = ['held', 'hidden', 'withdrawn']

/** A resolution that a record of this revision should get. */
export type ResolutionUpdate = { annotationId: AnnotationId; revision: number; resolution: Resolution }

const passageFields = {
  target: 1,
  resolution: 1,
  revision: 1,
  'attachments.decision': 1,
  'attachments.anchor': 1,
} as const

/**
 * The annotations with their replies. Every change raises `revision` and marks the record unannounced in the same
 * write; the change feed does the rest.
 */
export class AnnotationStore {
  readonly marks: FeedMarks
  readonly pendingEdits: PendingEdits
  #annotations: AnnotationModels['annotations']

  constructor(models: AnnotationModels) {
    this.#annotations = models.annotations
    this.marks = new FeedMarks(models)
    this.pendingEdits = new PendingEdits(models)
  }

  /** Answers the record, or null when this author's command, or this source, is there already. */
  async insert({
    imported,
    id = newId(AnnotationId),
    ...annotation
  }: NewAnnotation): Promise<AnnotationRecord | null> {
    const fresh = { replies: [], revision: 1, unannounced: true }
    const row = { ...annotation, ...imported, ...fresh, _id: id }
    try {
      const created = await this.#annotations.create(row)
      return AnnotationRecord.parse(created.toObject())
    } catch (error) {
      if (isDuplicateKey(error)) return null
      throw error
    }
  }

  /** The points of these letters, mails, cards and persons, oldest first. */
  async ofIntake(itemIds: readonly IntakeItemId[]): Promise<AnnotationRecord[]> {
    const ids = itemIds.map(id => new Types.ObjectId(id))
    const rows = await this.#annotations
      .find({ 'received.itemId': { $in: ids } })
      .sort({ _id: 1 })
      .lean()
    return rows.map(row => AnnotationRecord.parse(row))
  }

  /** Answers whether the reply was added; not when the annotation is unknown or has this author's command already. */
  async addReply(annotationId: AnnotationId, reply: NewReply): Promise<boolean> {
    const { authorId, commandId } = reply
    try {
      const { modifiedCount } = await this.#annotations.updateOne(
        { _id: annotationId, replies: { $not: { $elemMatch: { authorId, commandId } } } },
        { $push: { replies: reply }, $inc: { revision: 1 }, $set: { unannounced: true } },
      )
      return modifiedCount === 1
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }

  /**
   * Adds a decision about the place of an annotation, with the resolution that follows from it. Answers false, and does
   * nothing, when the record is not as it was read any more, or when this person's command has been carried out already.
   */
  async attach(
    { _id, revision }: Pick<AnnotationRecord, '_id' | 'revision'>,
    { resolution, ...attachment }: NewAttachment & { resolution: Resolution },
  ): Promise<boolean> {
    try {
      const { modifiedCount } = await this.#annotations.updateOne(
        { _id, revision },
        {
          $push: { attachments: attachment },
          $inc: { revision: 1 },
          $set: { resolution, unannounced: true },
        },
      )
      return modifiedCount === 1
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }

  /**
   * Puts an annotation in other words. Answers false, and does nothing, when the record is not as it was read, or when
   * this author's command has been carried out already.
   */
  async changeWords(record: AnnotationRecord, { editedAt, ...fresh }: NewWording): Promise<boolean> {
    const { _id, revision, edition, kind, body, reason, instead, replacement } = record
    const { authorId, commandId, commandDigest, publication, ...words } = fresh
    const before = { edition, kind, body, reason, instead, replacement, until: editedAt }
    return this.#unlessThere(
      { _id, revision },
      {
        $push: { wordings: { ...before, authorId, commandId, commandDigest } },
        $inc: { revision: 1, edition: 1 },
        $set: { ...words, ...(publication && { publication }), editedAt, unannounced: true },
      },
    )
  }

  /** The same for a reply. */
  async changeReplyWords(
    { _id, revision }: AnnotationRevision,
    reply: ReplyRecord,
    { editedAt, body, publication, ...receipt }: NewReplyWording,
  ): Promise<boolean> {
    const before = { replyId: reply._id, edition: reply.edition, body: reply.body, until: editedAt }
    const fresh = { body, editedAt, edition: reply.edition + 1, ...(publication && { publication }) }
    const changed = Object.entries(fresh).map(([field, value]) => [`replies.$[reply].${field}`, value])
    return this.#unlessThere(
      { _id, revision },
      {
        $push: { replyWordings: { ...before, ...receipt } },
        $inc: { revision: 1 },
        $set: { ...Object.fromEntries(changed), unannounced: true },
      },
      { arrayFilters: [{ 'reply._id': new Types.ObjectId(reply._id) }] },
    )
  }

  /** Takes an annotation back; answers false when it is withdrawn already. */
  async withdraw({ _id }: AnnotationRevision, publication: Publication): Promise<boolean> {
    return this.#unlessThere(
      { _id, 'publication.state': { $ne: 'withdrawn' } },
      { $inc: { revision: 1 }, $set: { publication, unannounced: true } },
    )
  }

  /** The same for a reply. */
  async withdrawReply(
    { _id }: AnnotationRevision,
    replyId: ReplyId,
    publication: Publication,
  ): Promise<boolean> {
    return this.#unlessThere(
      { _id, replies: { $elemMatch: { _id: replyId, 'publication.state': { $ne: 'withdrawn' } } } },
      { $inc: { revision: 1 }, $set: { 'replies.$[reply].publication': publication, unannounced: true } },
      { arrayFilters: [{ 'reply._id': new Types.ObjectId(replyId) }] },
    )
  }

  /** What a person has written or replied to, newest first. */
  async ofPerson(person: UserId, before: AnnotationId | null, limit: number): Promise<AnnotationRecord[]> {
    const rows = await this.#annotations
      .find({
        $or: [{ authorId: person }, { 'replies.authorId': person }],
        ...(before === null ? {} : { _id: { $lt: before } }),
      })
      .sort({ _id: -1 })
      .limit(limit)
      .lean()
    return rows.map(row => AnnotationRecord.parse(row))
  }

  /**
   * Accepts a proposal: what it says, where it stands from now on, and the edit that the text has still to get. Answers
   * false, and does nothing, when the record is not as it was read, or when this command has been carried out already.
   */
  async acceptProposal(
    { _id, revision }: AnnotationRevision,
    { proposal, edit, resolution, attachment }: AcceptedProposal,
  ): Promise<boolean> {
    return this.#unlessThere(
      { _id, revision },
      {
        $push: { attachments: attachment },
        $inc: { revision: 1 },
        $set: { proposal, resolution, unannounced: true, pendingEdit: Buffer.from(edit) },
      },
    )
  }

  /**
   * Gives what one person has written, replies too, to another; answers the documents where that was so. Done twice it
   * is done once. What both have under one command stays with the first, whose name leads to the second anyway.
   */
  async changeAuthor(from: UserId, into: UserId): Promise<DocumentId[]> {
    const documents = new Set<DocumentId>()
    for (const { _id, documentId } of await this.#read({
      $or: [{ authorId: from }, { 'replies.authorId': from }],
    })) {
      const change = (where: string, set: string, options?: object) =>
        this.#unlessThere(
          { _id, [where]: from },
          { $inc: { revision: 1 }, $set: { unannounced: true, [set]: into } },
          options,
        )
      const arrayFilters = [{ 'each.authorId': from }]
      await change('authorId', 'authorId')
      // Each list by itself: where a record from before has none, nothing can be set in it.
      for (const list of ['wordings', 'replies', 'replyWordings'])
        await change(`${list}.authorId`, `${list}.$[each].authorId`, { arrayFilters })
      documents.add(documentId)
    }
    return [...documents]
  }

  /** Leaves alone what changed since it was read; answers how many were written. */
  async setResolutions(updates: ResolutionUpdate[]): Promise<number> {
    if (updates.length === 0) return 0
    // Past mongoose: its casting of thousands of writes keeps others waiting, and these values need none.
    const { modifiedCount } = await this.#annotations.collection.bulkWrite(
      updates.map(({ annotationId, revision, resolution }) => ({
        updateOne: {
          filter: { _id: new Types.ObjectId(annotationId), revision },
          update: { $set: { resolution, unannounced: true }, $inc: { revision: 1 } },
        },
      })),
      { ordered: false },
    )
    return modifiedCount
  }

  /** Answers whether the number was another one. */
  async setSupporters(annotationId: AnnotationId, supporters: number): Promise<boolean> {
    const { modifiedCount } = await this.#annotations.updateOne(
      { _id: annotationId, supporters: { $ne: supporters } },
      { $set: { supporters, unannounced: true }, $inc: { revision: 1 } },
    )
    return modifiedCount === 1
  }

  async byId(id: AnnotationId): Promise<AnnotationRecord | null> {
    const [record] = await this.byIds([id])
    return record ?? null
  }

  /** In the order of their creation. */
  async byIds(ids: AnnotationId[]): Promise<AnnotationRecord[]> {
    return this.#read({ _id: { $in: ids } })
  }

  /**
   * The passages of a document that are to be looked for, all or some of them; those that staff have said are gone are
   * not among them. Read little by little, since they may be many thousands.
   */
  async passagesOf(documentId: DocumentId, ids?: AnnotationId[]): Promise<PassageRecord[]> {
    if (ids?.length === 0) return []
    const some = ids ? { _id: { $in: ids } } : {}
    const rows = this.#annotations
      .find({ documentId, 'target.kind': 'passage', ...some }, passageFields)
      .sort({ _id: 1 })
      .lean()
      .cursor({ batchSize: 50 })
    const passages: PassageRecord[] = []
    for await (const row of rows) {
      const passage = readPassage(row)
      if (passage) passages.push(passage)
    }
    return passages
  }

  /** Those whose proposed wording stands in the text by now. */
  async accepted(documentId: DocumentId): Promise<AnnotationRecord[]> {
    return this.#read({ documentId, 'proposal.status': 'accepted' })
  }

  /** How many are about a passage, and how many about the whole text. */
  async countTargets(documentId: DocumentId): Promise<{ passages: number; whole: number }> {
    const [passages, whole] = await Promise.all([
      this.#annotations.countDocuments({ documentId, 'target.kind': 'passage' }),
      this.#annotations.countDocuments({ documentId, 'target.kind': 'document' }),
    ])
    return { passages, whole }
  }

  /** The annotation in which an author's command left its trace. */
  async byCommand(authorId: UserId, commandId: CommandId): Promise<AnnotationRecord | null> {
    const [created] = await this.#read({ authorId, commandId })
    if (created) return created
    const [repliedTo] = await this.#read({ replies: { $elemMatch: { authorId, commandId } } })
    if (repliedTo) return repliedTo
    const [edited] = await this.#read({ wordings: { $elemMatch: { authorId, commandId } } })
    if (edited) return edited
    const [replyEdited] = await this.#read({ replyWordings: { $elemMatch: { authorId, commandId } } })
    if (replyEdited) return replyEdited
    const [attached] = await this.#read({ attachments: { $elemMatch: { authorId, commandId } } })
    return attached ?? null
  }

  /** What was taken over from elsewhere already, by its source. */
  async bySourceKeys(keys: readonly string[]): Promise<Map<string, AnnotationId>> {
    const rows = await this.#annotations.find({ sourceKey: { $in: keys } }, { sourceKey: 1 }).lean()
    return new Map(rows.map(row => [row.sourceKey ?? '', StoredAnnotationId.parse(row._id)]))
  }

  /** Those of a document behind one, in the order of their creation here. */
  async after(documentId: DocumentId, last: AnnotationId | null, limit: number): Promise<AnnotationRecord[]> {
    return this.#read({ documentId, ...(last === null ? {} : { _id: { $gt: last } }) }, limit)
  }

  /** Ids of all that were ever made to a document, in the order in which they came. */
  async idsOf(documentId: DocumentId): Promise<AnnotationId[]> {
    const rows = await this.#annotations.find({ documentId }, { _id: 1 }).sort({ _id: 1 }).lean()
    return rows.map(({ _id }) => AnnotationId.parse(String(_id)))
  }

  /** The newest ones of some documents, newest first. */
  async newest(documentIds: readonly DocumentId[], limit: number): Promise<AnnotationRecord[]> {
    const rows = await this.#annotations
      .find({ documentId: { $in: documentIds } })
      .sort({ _id: -1 })
      .limit(limit)
      .lean()
    return rows.map(row => AnnotationRecord.parse(row))
  }

  /** Documents with a passage that has not been looked for yet. */
  async documentsWithPending(): Promise<DocumentId[]> {
    return this.#documentIds({ 'resolution.status': 'pending', 'target.kind': 'passage' })
  }

  async documents(): Promise<DocumentId[]> {
    return this.#documentIds({})
  }

  /** Contributions that everybody can read. */
  /** Those of them whose words not everybody may read. */
  async withheld(ids: readonly AnnotationId[]): Promise<Set<AnnotationId>> {
    const filter = { _id: { $in: ids }, 'publication.state': { $in: withheldStates } }
    const rows = await this.#annotations.find(filter, { _id: 1 }).lean()
    return new Set(rows.map(({ _id }) => AnnotationId.parse(String(_id))))
  }

  async countByDocument(): Promise<Map<DocumentId, number>> {
    const counts = await this.#annotations.aggregate<{ _id: Types.ObjectId; count: number }>([
      { $match: { 'publication.state': { $nin: withheldStates } } },
      { $group: { _id: '$documentId', count: { $sum: 1 } } },
    ])
    return new Map(counts.map(({ _id, count }) => [DocumentId.parse(_id.toHexString()), count]))
  }

  /** Answers whether it was written; not when a unique index says that it is there already. */
  async #unlessThere(filter: QueryFilter<unknown>, update: object, options: object = {}): Promise<boolean> {
    try {
      return (await this.#annotations.updateOne(filter, update, options)).modifiedCount === 1
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }

  /** `limit` 0 is no limit, as in MongoDB. */
  async #read(filter: QueryFilter<unknown>, limit = 0): Promise<AnnotationRecord[]> {
    const rows = await this.#annotations.find(filter).sort({ _id: 1 }).limit(limit).lean()
    return rows.map(row => AnnotationRecord.parse(row))
  }

  async #documentIds(filter: QueryFilter<unknown>): Promise<DocumentId[]> {
    const ids = await this.#annotations.distinct('documentId', filter)
    return ids.map(id => StoredDocumentId.parse(id))
  }
}
