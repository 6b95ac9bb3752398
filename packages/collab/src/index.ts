export type { Access, Authorise, Granted, Refused } from './access.js'
export { type Bus, type BusMessage, createMemoryBus } from './bus.js'
export { type Clock, systemClock } from './clock.js'
export { type Closing, closeCodes } from './close-codes.js'
export type { CollabEvent } from './collab-event.js'
export {
  type ChangeListener,
  type Collab,
  type CollabOptions,
  type ConnectionInfo,
  createCollab,
} from './create-collab.js'
export type { DocumentReading } from './document-keeper.js'
export { createInlineFolder, type Folder, type Snapshot } from './folder.js'
export { defaultLimits, type Limits } from './limits.js'
export { createMemoryStore } from './memory-store.js'
export type { CollabMetrics, RoomMetrics } from './metrics.js'
export { type CollabStore, emptyHead, type Head, type LogRow, type SnapshotChunk } from './store.js'
