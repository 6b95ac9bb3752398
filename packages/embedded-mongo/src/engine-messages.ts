/** What the main thread and the engine's thread say to each other. */
import type { Announcement } from './protocol/replica-set-announcement.js'
import type { Transport } from './server-address.js'

export interface EngineWorkerData {
  dataDir: string
  database: string
  transport: Transport
  expiryIntervalMs: number
  failPoints: boolean
  announces: Announcement
}

export type EngineRequest = { kind: 'close' } | { kind: 'copy'; id: number; directory: string }

export type EngineEvent =
  | { kind: 'ready'; uri: string }
  | { kind: 'refused'; reason: string }
  | { kind: 'copied'; id: number; error: string | undefined }
  | { kind: 'bug'; description: string }
  | { kind: 'closed' }
