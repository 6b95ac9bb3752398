import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../mongo/migrations.js'

/** Work for somebody in the background, see `open-jobs`. `state` is the union in `job-store`. */
const job = new Schema(
  {
    kind: { type: String, required: true },
    ownerId: { type: Schema.Types.ObjectId, required: true },
    commandId: { type: String, required: true },
    order: Schema.Types.Mixed,
    attempts: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    state: Schema.Types.Mixed,
  },
  { collection: 'jobs', versionKey: false, minimize: false, autoIndex: false },
)
job.index({ ownerId: 1, commandId: 1 }, { unique: true })
job.index({ ownerId: 1, createdAt: -1 })
job.index({ 'state.status': 1, createdAt: 1 })

/** What jobs have made, in chunks below the limit of a record. */
const jobFile = new Schema(
  {
    token: { type: String, required: true },
    index: { type: Number, required: true },
    bytes: { type: Buffer, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'jobFiles', versionKey: false, autoIndex: false },
)
jobFile.index({ token: 1, index: 1 }, { unique: true })
jobFile.index({ createdAt: 1 })

export function jobModels(connection: Connection) {
  return { jobs: connection.model('Job', job), files: connection.model('JobFile', jobFile) }
}

export type JobModels = ReturnType<typeof jobModels>

export const jobMigrations: Migration[] = [
  {
    id: '2026-03-10-jobs',
    run: async connection => {
      for (const model of Object.values(jobModels(connection))) await model.createIndexes()
    },
  },
]
