import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../mongo/migrations.js'

/**
 * Mails that wait, and the keys of those that went out: a key is never sent for again. Once a mail is out, or given
 * up, its address and words are removed; after a good year the key too.
 */
const queuedMail = new Schema(
  {
    key: { type: String, required: true },
    mail: Schema.Types.Mixed,
    state: { type: String, required: true },
    attempts: { type: Number, required: true },
    /** Not before; while somebody is sending it, the moment from which another may try. */
    dueAt: { type: Date, required: true },
    createdAt: { type: Date, required: true },
    doneAt: Date,
    problem: String,
  },
  { collection: 'mails', versionKey: false, minimize: false, autoIndex: false },
)
const keptForSeconds = 400 * 24 * 60 * 60
queuedMail.index({ key: 1 }, { unique: true })
queuedMail.index({ state: 1, dueAt: 1 })
queuedMail.index({ doneAt: 1 }, { expireAfterSeconds: keptForSeconds })

export function queuedMailModel(connection: Connection) {
  return connection.model('QueuedMail', queuedMail)
}

export const mailMigrations: Migration[] = [
  { id: '2026-02-04-mails-indexes', run: connection => queuedMailModel(connection).createIndexes() },
]
