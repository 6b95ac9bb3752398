import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../../platform/mongo/migrations.js'

const id = { type: Schema.Types.ObjectId, required: true }
const text = { type: String, required: true }
const count = { type: Number, required: true }
const moment = { type: Date, required: true }
const options = { versionKey: false, minimize: false, autoIndex: false } as const

/** Rows are never changed. `state` names the content, `token` leads to what is kept of it. */
const release = new Schema(
  {
    documentId: id,
    number: count,
    title: text,
    summary: { type: String, default: '' },
    createdAt: moment,
    hash: text,
    state: text,
    stateVector: text,
    words: count,
    outline: [Schema.Types.Mixed],
    token: text,
    authorId: id,
    commandId: text,
    commandDigest: text,
  },
  { ...options, collection: 'releases' },
)
release.index({ documentId: 1, number: 1 }, { unique: true })
release.index({ authorId: 1, commandId: 1 }, { unique: true })

/** How a text ended a day: the row of a day is written over until the day is over. */
const dayVersion = new Schema(
  {
    documentId: id,
    day: text,
    changedAt: moment,
    state: text,
    words: count,
    outline: [Schema.Types.Mixed],
    token: text,
  },
  { ...options, collection: 'dayVersions' },
)
dayVersion.index({ documentId: 1, day: 1 }, { unique: true })

/** What is kept of a version, compressed, in chunks below the limit of a record. */
const keptChunk = new Schema(
  { token: text, part: text, index: count, bytes: { type: Buffer, required: true }, createdAt: moment },
  { ...options, collection: 'keptTexts' },
)
keptChunk.index({ token: 1, part: 1, index: 1 }, { unique: true })

export function versionModels(connection: Connection) {
  return {
    releases: connection.model('Release', release),
    dayVersions: connection.model('DayVersion', dayVersion),
    keptChunks: connection.model('KeptChunk', keptChunk),
  }
}

export type VersionModels = ReturnType<typeof versionModels>

export const versionMigrations: Migration[] = [
  {
    id: '2026-02-20-publishing-versions',
    run: async connection => {
      for (const model of Object.values(versionModels(connection))) await model.createIndexes()
    },
  },
]
