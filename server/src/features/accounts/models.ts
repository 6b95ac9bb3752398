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

/** `name` is the pseudonym. `pseudonymKey` is its folded form, see `domain/accounts/pseudonym-key`. */
const user = new Schema(
  { name: text, email: text, pseudonymKey: text, role: text, colour: text, createdAt: Date, updatedAt: Date },
  { ...options, collection: collections.users },
)
user.index({ email: 1 }, { unique: true })
user.index({ pseudonymKey: 1 }, { unique: true })

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
]
