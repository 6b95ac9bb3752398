import { AnnotationId, DocumentId, type UserId, UserId as UserIdShape } from '@randnotiz/contract/kit/ids'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../platform/mongo/ids.js'
import type { AnnotationModels } from './models.js'

export type SupportKey = { documentId: DocumentId; annotationId: AnnotationId }

const SupportRow = z.object({ documentId: stored(DocumentId), annotationId: stored(AnnotationId) })

/** Who supports what; a person and an annotation at most once. */
export class SupportStore {
  #supports: AnnotationModels['supports']

  constructor(models: AnnotationModels) {
    this.#supports = models.supports
  }

  /** Done twice it is done once. */
  async add({ documentId, annotationId }: SupportKey, personId: UserId): Promise<void> {
    try {
      await this.#supports.create({ documentId, annotationId, personId })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }

  async remove({ annotationId }: SupportKey, personId: UserId): Promise<void> {
    await this.#supports.deleteOne({ annotationId, personId })
  }

  count(annotationId: AnnotationId): Promise<number> {
    return this.#supports.countDocuments({ annotationId })
  }

  async ofPerson(personId: UserId, documentId: DocumentId): Promise<AnnotationId[]> {
    const rows = await this.#supports.find({ personId, documentId }).sort({ _id: 1 }).lean()
    return rows.map(row => SupportRow.parse(row).annotationId)
  }

  async ofAnnotation(annotationId: AnnotationId): Promise<UserId[]> {
    const rows = await this.#supports.find({ annotationId }, { personId: 1 }).sort({ _id: 1 }).lean()
    return rows.map(row => stored(UserIdShape).parse(row.personId))
  }

  /** What one person supports is supported by the other then; what both supported counts once. Answers what it was. */
  async move(from: UserId, into: UserId): Promise<SupportKey[]> {
    const rows = await this.#supports.find({ personId: from }).sort({ _id: 1 }).lean()
    const moved = rows.map(row => SupportRow.parse(row))
    for (const key of moved) {
      await this.add(key, into)
      await this.remove(key, from)
    }
    return moved
  }

  /** Answers what it was. */
  async removeAll(personId: UserId): Promise<SupportKey[]> {
    const rows = await this.#supports.find({ personId }).sort({ _id: 1 }).lean()
    await this.#supports.deleteMany({ personId })
    return rows.map(row => SupportRow.parse(row))
  }
}
