import { createHash } from 'node:crypto'
import { type DocumentId, ImageId, type UserId } from '@randnotiz/contract/kit/ids'
import { Types } from 'mongoose'
import { newId } from '../../../platform/mongo/ids.js'
import type { DocumentModels } from './models.js'

export type NewImage = {
  documentId: DocumentId
  uploaderId: UserId
  createdAt: Date
  width: number
  height: number
  /** WebP. */
  bytes: Buffer
}

export class ImageStore {
  #images: DocumentModels['images']

  constructor({ images }: DocumentModels) {
    this.#images = images
  }

  async insert(image: NewImage): Promise<ImageId> {
    const id = newId(ImageId)
    await this.#images.create({ _id: new Types.ObjectId(id), ...image })
    return id
  }

  /** The same bytes in the same document are one image; storing them again does nothing. */
  async put(image: NewImage): Promise<ImageId> {
    const digest = createHash('sha256').update(image.documentId).update(image.bytes).digest('hex')
    const id = ImageId.parse(digest.slice(0, 24))
    const _id = new Types.ObjectId(id)
    await this.#images.updateOne({ _id }, { $setOnInsert: image }, { upsert: true })
    return id
  }

  async bytesOf(id: ImageId): Promise<Buffer | null> {
    const row = await this.#images.findById(id, { bytes: 1 })
    return row?.bytes ?? null
  }
}
