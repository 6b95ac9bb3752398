import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../../../platform/mongo/migrations.js'

const id = Schema.Types.ObjectId
const options = { versionKey: false, minimize: false, autoIndex: false } as const

/** What concerns one person, numbered without gaps. `key` names the event: told twice, it is there once. */
const notice = new Schema(
  {
    personId: { type: id, required: true },
    seq: { type: Number, required: true },
    key: { type: String, required: true },
    event: { type: Schema.Types.Mixed, required: true },
    createdAt: { type: Date, required: true },
  },
  { ...options, collection: 'notices' },
)
notice.index({ personId: 1, seq: 1 }, { unique: true })
notice.index({ personId: 1, key: 1 }, { unique: true })

/** How a person is reached. `address` differs from an account's own only for people without an account. */
const contact = new Schema(
  {
    address: { type: String, default: null },
    confirmedAt: { type: Date, default: null },
    language: { type: String, required: true },
    replies: { type: String, required: true },
    news: { type: String, required: true },
    readUpTo: { type: Number, required: true },
    /** Nobody but an address: follows by mail alone. Absent in records from before following. */
    subscriber: { type: Boolean, default: false },
    /** Up to which notice digests have told. */
    digested: { daily: Number, weekly: Number },
  },
  { ...options, collection: 'contacts' },
)
contact.index({ replies: 1 })
contact.index({ news: 1 })

export function notificationModels(connection: Connection) {
  return {
    notices: connection.model('Notice', notice),
    contacts: connection.model('Contact', contact),
  }
}

export type NotificationModels = ReturnType<typeof notificationModels>

export const notificationMigrations: Migration[] = [
  {
    id: '2026-02-05-notifications-indexes',
    run: async connection => {
      for (const model of Object.values(notificationModels(connection))) await model.createIndexes()
    },
  },
]
