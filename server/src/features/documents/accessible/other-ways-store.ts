import { VideoLink, videoTypes } from '@randnotiz/contract/documents/accessible'
import { type DocumentId, VideoId } from '@randnotiz/contract/kit/ids'

import { z } from 'zod'
import type { AccessibleModels } from './models.js'

const StoredVideo = z.object({
  id: VideoId,
  type: z.enum(videoTypes),
  bytes: z.number().int().positive(),
  /** WebVTT. */
  captions: z.string().nullable(),
})
export type StoredVideo = z.output<typeof StoredVideo>

const StoredPlain = z.object({ markdown: z.string(), html: z.string(), editedAt: z.date() })
export type StoredPlain = z.output<typeof StoredPlain>

const OtherWaysRow = z.object({
  plain: StoredPlain.nullable().default(null),
  plainEnglish: StoredPlain.nullable().default(null),
  video: StoredVideo.nullable().default(null),
  link: VideoLink.default(null),
})
export type OtherWaysRecord = z.output<typeof OtherWaysRow>

/** What there is of each document beside its text. */
export class OtherWaysStore {
  readonly #ways: AccessibleModels['otherWays']

  constructor({ otherWays }: AccessibleModels) {
    this.#ways = otherWays
  }

  async of(documentId: DocumentId): Promise<OtherWaysRecord> {
    return OtherWaysRow.parse((await this.#ways.findById(documentId).lean()) ?? {})
  }

  async change(documentId: DocumentId, change: Partial<OtherWaysRecord>): Promise<void> {
    await this.#ways.updateOne({ _id: documentId }, { $set: change }, { upsert: true })
  }

  async video(id: VideoId): Promise<StoredVideo | null> {
    const row = await this.#ways.findOne({ 'video.id': id }).lean()
    return row ? OtherWaysRow.parse(row).video : null
  }

  async videoIds(): Promise<VideoId[]> {
    const rows = await this.#ways.find({ video: { $ne: null } }).lean()
    return rows.flatMap(row => OtherWaysRow.parse(row).video?.id ?? [])
  }
}
