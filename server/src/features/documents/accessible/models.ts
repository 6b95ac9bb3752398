import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../../platform/mongo/migrations.js'

const id = { type: Schema.Types.ObjectId, required: true }
const options = { versionKey: false, minimize: false, autoIndex: false } as const

/** Other ways to a document, under its id. */
const otherWays = new Schema(
  {
    plain: { type: Schema.Types.Mixed, default: null },
    /** Absent in records from before there were two languages. */
    plainEnglish: { type: Schema.Types.Mixed, default: null },
    video: { type: Schema.Types.Mixed, default: null },
    link: { type: String, default: null },
  },
  { ...options, collection: 'otherWays' },
)

/** The bytes of a video, in chunks below the limit of a record. */
const videoChunk = new Schema(
  { videoId: id, index: { type: Number, required: true }, bytes: { type: Buffer, required: true } },
  { ...options, collection: 'videoChunks' },
)
videoChunk.index({ videoId: 1, index: 1 }, { unique: true })

export function accessibleModels(connection: Connection) {
  return {
    otherWays: connection.model('OtherWays', otherWays),
    videoChunks: connection.model('VideoChunk', videoChunk),
  }
}

export type AccessibleModels = ReturnType<typeof accessibleModels>

export const accessibleMigrations: Migration[] = [
  {
    id: '2026-03-14-documents-other-ways',
    run: async connection => {
      await accessibleModels(connection).videoChunks.createIndexes()
    },
  },
]
