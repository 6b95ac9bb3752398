import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../platform/mongo/migrations.js'

const text = { type: String, required: true }
const mixed = { type: Schema.Types.Mixed, required: true }

const process = new Schema(
  {
    slug: text,
    title: mixed,
    motto: mixed,
    summary: mixed,
    welcome: [Schema.Types.Mixed],
    results: [Schema.Types.Mixed],
    notice: { type: Schema.Types.Mixed, default: null },
    phases: [Schema.Types.Mixed],
    supportHiddenHours: { type: Number, default: 0 },
    admitsGuests: { type: Boolean, default: true },
  },
  { collection: 'processes', versionKey: false, minimize: false, autoIndex: false },
)
process.index({ slug: 1 }, { unique: true })

export function processModel(connection: Connection) {
  return connection.model('Process', process)
}

export const publishingMigrations: Migration[] = [
  {
    id: '2026-01-12-publishing-indexes',
    run: connection => processModel(connection).createIndexes(),
  },
]
