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
    editHours: { type: Number, default: null },
    contact: { type: Schema.Types.Mixed, default: null },
    /** Counts the changes of the settings; absent in records from before there were any. */
    edition: { type: Number, default: 1 },
    /** A change that is still to be written to the log. */
    unlogged: Schema.Types.Mixed,
  },
  { collection: 'processes', versionKey: false, minimize: false, autoIndex: false },
)
process.index({ slug: 1 }, { unique: true })

/** Who changed what; rows are only ever added. `key` is the command: carried out twice it is there once. */
const processChange = new Schema(
  {
    processId: { type: Schema.Types.ObjectId, required: true },
    key: text,
    at: { type: Date, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    entries: [Schema.Types.Mixed],
  },
  { collection: 'processChanges', versionKey: false, minimize: false, autoIndex: false },
)
processChange.index({ processId: 1, key: 1 }, { unique: true })
processChange.index({ processId: 1, at: -1, _id: -1 })

export function processChangeModel(connection: Connection) {
  return connection.model('ProcessChange', processChange)
}

export function processModel(connection: Connection) {
  return connection.model('Process', process)
}

export const publishingMigrations: Migration[] = [
  {
    id: '2026-01-12-publishing-indexes',
    run: connection => processModel(connection).createIndexes(),
  },
  {
    id: '2026-03-12-process-settings',
    run: async connection => {
      await processChangeModel(connection).createIndexes()
      // Before, proposals were open with contributions, and support with replies.
      const processes = processModel(connection)
      for (const { _id, phases } of await processes.find().lean())
        await processes.updateOne({ _id }, { $set: { phases: phases.map(withAllOpenings) } })
    },
  },
]

type StoredPhase = { allows: { annotate: boolean; propose?: boolean; reply: boolean; support?: boolean } }

function withAllOpenings(phase: StoredPhase): StoredPhase {
  const { annotate, propose = annotate, reply, support = reply } = phase.allows
  return { ...phase, allows: { annotate, propose, reply, support } }
}
