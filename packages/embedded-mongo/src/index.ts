export { BackupRefused, backupDataDirectory, restoreBackup } from './backup.js'
export { type EmbeddedMongo, type EmbeddedMongoOptions, startEmbeddedMongo } from './start-embedded-mongo.js'
export type { StoreReport } from './storage/verify-store.js'
