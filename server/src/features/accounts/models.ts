import { pseudonymLook } from '@randnotiz/domain/accounts/pseudonym-look'
import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../platform/mongo/migrations.js'

/** better-auth writes these; we add the indexes and read people. */
export const collections = {
  users: 'users',
  sessions: 'sessions',
  credentials: 'credentials',
  verifications: 'verifications',
} as const

const text = { type: String, required: true }
const options = { versionKey: false, autoIndex: false } as const

/**
 * `name` is the pseudonym; `pseudonymKey` and `pseudonymLook` are its folded forms, see `domain/accounts`. A guest has
 * the role `guest`, an address that delivers nothing, and a receipt. Once their contributions belong to an account,
 * `mergedInto` names it for good; `mergeSettled` comes when everything has been moved. Who is `erasing` is being forgotten.
 */
const user = new Schema(
  {
    name: text,
    email: text,
    pseudonymKey: text,
    pseudonymLook: String,
    role: text,
    colour: text,
    joinKey: String,
    receiptHash: String,
    mergedInto: Schema.Types.ObjectId,
    mergeSettled: Boolean,
    erasing: Boolean,
    createdAt: Date,
    updatedAt: Date,
  },
  { ...options, collection: collections.users },
)
user.index({ email: 1 }, { unique: true })
user.index({ pseudonymKey: 1 }, { unique: true })
user.index({ pseudonymLook: 1 })
for (const field of ['joinKey', 'receiptHash'])
  user.index({ [field]: 1 }, { unique: true, partialFilterExpression: { [field]: { $exists: true } } })
user.index({ erasing: 1 }, { partialFilterExpression: { erasing: true } })
user.index({ mergedInto: 1 }, { partialFilterExpression: { mergedInto: { $exists: true } } })
user.index({ mergeSettled: 1 }, { partialFilterExpression: { mergeSettled: false } })

/** People whose words were taken over from elsewhere: a name to sign with, and no way in. */
const importedPerson = new Schema(
  { pseudonym: text, key: text, createdAt: { type: Date, required: true } },
  { ...options, collection: 'importedPeople' },
)
importedPerson.index({ key: 1 }, { unique: true })

export function importedPersonModel(connection: Connection) {
  return connection.model('ImportedPerson', importedPerson)
}

export function userModel(connection: Connection) {
  return connection.model('User', user)
}

/** better-auth would make some of these by itself, but only after the first sign-up, when it may be too late. */
export const accountMigrations: Migration[] = [
  {
    id: '2026-01-10-accounts-indexes',
    run: async connection => {
      await userModel(connection).createIndexes()
      const sessions = connection.collection(collections.sessions)
      await sessions.createIndex({ token: 1 }, { unique: true })
      await sessions.createIndex({ userId: 1 })
      // MongoDB removes what has expired.
      await sessions.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 })
      await connection.collection(collections.credentials).createIndex({ userId: 1 })
    },
  },
  {
    id: '2026-01-20-imported-people',
    run: connection => importedPersonModel(connection).createIndexes(),
  },
  {
    id: '2026-01-21-accounts-guests',
    run: async connection => {
      const users = userModel(connection)
      await users.createIndexes()
      for await (const { _id, name } of users
        .find({ pseudonymLook: { $exists: false } }, { name: 1 })
        .lean()
        .cursor())
        await users.updateOne({ _id }, { $set: { pseudonymLook: pseudonymLook(name) } })
    },
  },
  {
    id: '2026-03-13-accounts-erasure',
    run: async connection => {
      await userModel(connection).createIndexes()
    },
  },
]
