/**
 * Backup and restore of a data directory. A backup is a compacted copy of one commit, made by LMDB from a read transaction;
 * so the server may run and write meanwhile, in this process or another one. It is verified before it is called a backup.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { OWNER_KEY } from './storage/keyspace.js'
import { DATA_FILE, Store } from './storage/store.js'
import { type StoreReport, verifyStore } from './storage/verify-store.js'

/** Something the person who asked can put right; the message says what. */
export class BackupRefused extends Error {}

/** Copies `dataDir` into the new or empty directory `target`. Throws `BackupRefused`. */
export async function backupDataDirectory(dataDir: string, target: string): Promise<StoreReport> {
  assertStoreIn(dataDir)
  assertEmpty(target)
  const store = new Store(realpathSync(dataDir))
  try {
    await store.copyTo(target)
  } finally {
    await store.close()
  }
  return inspect(target)
}

/** Puts a backup into the new or empty directory `dataDir`. Throws `BackupRefused`. */
export async function restoreBackup(backup: string, dataDir: string): Promise<StoreReport> {
  assertStoreIn(backup)
  assertEmpty(dataDir)
  await inspect(backup)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  copyFileSync(join(backup, DATA_FILE), join(dataDir, DATA_FILE))
  return inspect(dataDir)
}

/** Verifies a copy and forgets who owned the original. */
async function inspect(directory: string): Promise<StoreReport> {
  const store = new Store(realpathSync(directory))
  try {
    await store.write(() => store.remove(OWNER_KEY))
    const report = verifyStore(store)
    if (report.problems.length > 0) {
      throw new BackupRefused(`The copy in ${directory} is damaged: ${report.problems.join('; ')}.`)
    }
    return report
  } finally {
    await store.close()
  }
}

function assertStoreIn(directory: string): void {
  if (!existsSync(join(directory, DATA_FILE)))
    throw new BackupRefused(`There is no database in ${directory}.`)
}

function assertEmpty(directory: string): void {
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new BackupRefused(`The directory ${directory} is not empty.`)
  }
}
