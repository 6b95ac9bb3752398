import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../../platform/mongo/migrations.js'

const id = { type: Schema.Types.ObjectId, required: true }
const text = { type: String, required: true }
const moment = { type: Date, required: true }
const mixed = { type: Schema.Types.Mixed, required: true }

/**
 * `words` is what `texts` look like, made when they were written. `untold` says that followers are still to hear of it;
 * `lastCommand` is the command that changed it last.
 */
const news = new Schema(
  {
    processId: id,
    texts: mixed,
    words: mixed,
    state: mixed,
    edition: { type: Number, required: true },
    untold: { type: Boolean, default: false },
    createdAt: moment,
    editedAt: moment,
    authorId: id,
    commandId: text,
    lastCommand: text,
  },
  { collection: 'news', versionKey: false, minimize: false, autoIndex: false },
)
news.index({ processId: 1, 'state.publishedAt': -1, _id: -1 })
news.index({ authorId: 1, commandId: 1 }, { unique: true })
news.index({ 'state.state': 1 })

export function newsModel(connection: Connection) {
  return connection.model('News', news)
}

export const newsMigrations: Migration[] = [
  { id: '2026-03-10-publishing-news', run: connection => newsModel(connection).createIndexes() },
]
