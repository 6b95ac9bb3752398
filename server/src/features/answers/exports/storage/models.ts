import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../../../platform/mongo/migrations.js'

const options = { versionKey: false, minimize: false, autoIndex: false } as const

/** Words of contributions that go into no file, by the contribution. */
const blackening = new Schema(
  {
    edition: { type: Number, required: true },
    pieces: [Schema.Types.Mixed],
    changedAt: { type: Date, required: true },
  },
  { ...options, collection: 'blackenings' },
)

/** The titles that a synopsis had last, by its process. */
const exportTitles = new Schema({ titles: Schema.Types.Mixed }, { ...options, collection: 'exportTitles' })

export function exportModels(connection: Connection) {
  return {
    blackenings: connection.model('Blackening', blackening),
    titles: connection.model('ExportTitles', exportTitles),
  }
}

export type ExportModels = ReturnType<typeof exportModels>

export const exportMigrations: Migration[] = [
  {
    id: '2026-03-12-exports',
    run: async connection => {
      for (const model of Object.values(exportModels(connection))) await model.createCollection()
    },
  },
]
