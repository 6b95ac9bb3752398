import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../../../platform/mongo/migrations.js'

const id = { type: Schema.Types.ObjectId, required: true }
const options = { versionKey: false, autoIndex: false } as const

/** Who follows what. `subject` is its kind and id in one word. */
const follow = new Schema(
  { personId: id, subject: { type: String, required: true }, since: { type: Date, required: true } },
  { ...options, collection: 'follows' },
)
follow.index({ personId: 1, subject: 1 }, { unique: true })
follow.index({ subject: 1, personId: 1 })

/** An address that follows without an account; its contact and its notices are under the same id. */
const subscriber = new Schema(
  { address: { type: String, required: true }, createdAt: { type: Date, required: true } },
  { ...options, collection: 'subscribers' },
)
subscriber.index({ address: 1 }, { unique: true })

export function followingModels(connection: Connection) {
  return {
    follows: connection.model('Follow', follow),
    subscribers: connection.model('Subscriber', subscriber),
  }
}

export type FollowingModels = ReturnType<typeof followingModels>

export const followingMigrations: Migration[] = [
  {
    id: '2026-03-11-following',
    run: async connection => {
      for (const model of Object.values(followingModels(connection))) await model.createIndexes()
    },
  },
]
