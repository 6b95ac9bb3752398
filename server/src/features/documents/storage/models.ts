import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../../platform/mongo/migrations.js'

const id = { type: Schema.Types.ObjectId, required: true }
const text = { type: String, required: true }
const moment = { type: Date, required: true }
const mixed = { type: Schema.Types.Mixed, required: true }
const options = { versionKey: false, minimize: false, autoIndex: false } as const

/** A document but for its text, which lives in the collab collections. */
const document = new Schema(
  {
    processId: id,
    slug: text,
    kind: text,
    number: { type: Number, required: true },
    title: mixed,
    teaser: mixed,
    leeway: text,
    leewayText: { type: Schema.Types.Mixed, default: null },
    facts: { type: Schema.Types.Mixed, default: null },
    editedAt: moment,
    /** Absent in records from before releases: the live text. */
    shown: { type: String, default: 'live' },
  },
  { ...options, collection: 'documents' },
)
document.index({ slug: 1 }, { unique: true })
document.index({ processId: 1, kind: 1, number: 1 }, { unique: true })

const image = new Schema(
  {
    documentId: id,
    uploaderId: id,
    createdAt: moment,
    width: { type: Number, required: true },
    height: { type: Number, required: true },
    bytes: { type: Buffer, required: true },
  },
  { ...options, collection: 'images' },
)
image.index({ documentId: 1 })

export function documentModels(connection: Connection) {
  return { documents: connection.model('Document', document), images: connection.model('Image', image) }
}

export type DocumentModels = ReturnType<typeof documentModels>

/** Log, snapshots and heads of the texts; see `collab-store`. */
export const collabCollections = {
  updates: 'documentUpdates',
  snapshots: 'documentSnapshots',
  heads: 'documentHeads',
} as const

export const documentMigrations: Migration[] = [
  {
    id: '2026-01-11-documents-indexes',
    run: async connection => {
      for (const model of Object.values(documentModels(connection))) await model.createIndexes()
      const { updates, snapshots, heads } = collabCollections
      const unique = { unique: true }
      await connection.collection(updates).createIndex({ documentId: 1, epoch: 1, seq: 1 }, unique)
      await connection.collection(snapshots).createIndex({ documentId: 1, token: 1, index: 1 }, unique)
      await connection.collection(heads).createIndex({ documentId: 1 }, unique)
    },
  },
]
