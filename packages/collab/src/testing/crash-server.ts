import { createFileStore } from '../file-store.js'
import { startCollab } from './start-collab.js'

/** A server for tests that kill it: `node crash-server.js <folder>`; folds often and prints its address. */
const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: crash-server <folder>')
const limits = { foldRows: 20, foldGapMs: 50 }
const { url } = await startCollab({ store: createFileStore(folder), limits })
process.stdout.write(`${url}\n`)
