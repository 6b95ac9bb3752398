import { type Connection, Schema } from 'mongoose'
import { withLease } from './lease.js'

/**
 * One change of what is stored, carried out once. `id` is a date and a name and never changes. A migration that was
 * interrupted runs again, so it must bear that.
 */
export type Migration = { id: string; run(connection: Connection): Promise<void> }

const applied = new Schema(
  { _id: String, appliedAt: { type: Date, required: true } },
  { collection: 'migrations', versionKey: false, autoIndex: false },
)

/** Carries out what is missing, in order of the ids; answers the ids. Other instances that start now wait. */
export function migrate(connection: Connection, migrations: readonly Migration[]): Promise<string[]> {
  const records = connection.model('Migration', applied)
  return withLease(connection, 'migrations', async () => {
    const done = new Set<string>((await records.find().lean()).map(record => String(record._id)))
    const missing = migrations.filter(({ id }) => !done.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    for (const { id, run } of missing) {
      await run(connection)
      await records.updateOne({ _id: id }, { $set: { appliedAt: new Date() } }, { upsert: true })
    }
    return missing.map(({ id }) => id)
  })
}
