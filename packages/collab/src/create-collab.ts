import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Access, Authorise } from './access.js'
import type { Bus } from './bus.js'
import { type Clock, systemClock } from './clock.js'
import { closeCodes } from './close-codes.js'
import type { CollabEvent } from './collab-event.js'
import { Connections } from './connections.js'
import type { DocumentReading } from './document-keeper.js'
import type { Folder } from './folder.js'
import { acceptHandshake } from './handshake.js'
import { defaultLimits, type Limits } from './limits.js'
import { type CollabMetrics, measure } from './metrics.js'
import { RoomRegistry } from './room-registry.js'
import type { CollabStore } from './store.js'
import { createWorkerFolder } from './worker-folder.js'

export interface CollabOptions {
  store: CollabStore
  authorise: Authorise
  /** Only where several server processes share the store. */
  bus?: Bus
  limits?: Partial<Limits>
  /**
   * What a document that is opened for the first time contains, as a Yjs update; null for nothing. It is written once,
   * whoever else opens the document at the same time. Make it with a fixed client id, so that it is the same each time.
   */
  initialContent?: (documentId: string) => Promise<Uint8Array | null>
  onEvent?: (event: CollabEvent) => void
  clock?: Clock
  folder?: Folder
}

export type ChangeListener = (documentId: string, update: Uint8Array, seq: number) => void

export interface ConnectionInfo {
  kind: 'writer' | 'reader'
  userId?: string
  name?: string
  anonymous: boolean
}

export interface Collab {
  /** Takes over an HTTP upgrade. Refusals complete the handshake and close with a code, since clients see no status. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, documentId: string): void
  /** Who is connected to the document in this process. */
  connections(documentId: string): ConnectionInfo[]
  metrics(): CollabMetrics
  /** The document as it is on disk. */
  readState(documentId: string): Promise<DocumentReading>
  /**
   * Stores an edit of the server's own and sends it to everybody. Resolves with true when it is durable; false when it was
   * refused because the document is full or just ending. Throws a TypeError for anything but a Yjs update.
   */
  applyServerUpdate(documentId: string, update: Uint8Array): Promise<boolean>
  /** Closes all connections to the document with 4404, for documents that are deleted or withdrawn. */
  closeDocument(documentId: string): Promise<void>
  /** Begins a new epoch with that content; everybody is closed with 4409 and has to drop the local copy. */
  replaceDocument(documentId: string, update: Uint8Array): Promise<void>
  /** Asks the authoriser again about the connections to that document, of that user, or both; about all if neither is given. */
  refreshAuthorisation(about: { documentId?: string; userId?: string }): Promise<void>
  /** Called for each durable update, in order. Returns the function that ends it. */
  onChange(listener: ChangeListener): () => void
  /** Makes everything durable and closes all connections with 1012. */
  close(): Promise<void>
}

/** A collaboration server for the y-websocket protocol, independent of web frameworks and databases. */
export function createCollab(options: CollabOptions): Collab {
  const { store, authorise, bus = null, clock = systemClock, folder = createWorkerFolder() } = options
  const limits = { ...defaultLimits, ...options.limits }
  const report = options.onEvent ?? (() => {})
  const listeners = new Set<ChangeListener>()
  const registry = new RoomRegistry({
    store,
    folder,
    clock,
    limits,
    bus,
    report,
    initialContent: options.initialContent ?? (async () => null),
    onChange: (...change) => {
      for (const listener of listeners) listener(...change)
    },
  })
  const connections = new Connections({ clock, limits, report })
  const stopTicking = tickEverySecond(clock, now => {
    registry.tick(now)
    connections.beat()
  })
  const handshake = acceptHandshake({ authorise, registry, connections, limits, clock, report })

  return {
    handleUpgrade: handshake.handleUpgrade,
    connections: documentId =>
      [...(registry.find(documentId)?.members ?? [])]
        .filter(({ closing }) => closing === null)
        .map(({ access }) => describe(access)),
    metrics: () => measure(registry.rooms, connections.size),
    readState: async documentId => (await registry.open(documentId)).read(),
    applyServerUpdate: async (documentId, update) => (await registry.open(documentId)).submit(update),
    closeDocument: async documentId => {
      const room = registry.find(documentId)
      await room?.flush()
      room?.end({ code: closeCodes.unknownDocument, reason: 'the document is closed' })
    },
    replaceDocument: async (documentId, update) => {
      const room = await registry.open(documentId)
      try {
        await room.keeper.replace(update)
        room.end({ code: closeCodes.replaced, reason: 'the document was replaced' })
      } finally {
        room.end({ code: closeCodes.tryAgainLater, reason: 'the document could not be replaced' })
      }
    },
    refreshAuthorisation: about => connections.refresh(about),
    onChange: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      stopTicking()
      handshake.stop()
      await Promise.all([...registry.rooms].map(room => room.flush()))
      await connections.closeAll()
      await Promise.all([...registry.rooms].map(room => room.flush()))
      for (const room of [...registry.rooms]) registry.drop(room)
      await folder.close()
    },
  }
}

/** The one timer of the server. */
function tickEverySecond(clock: Clock, task: (now: number) => void): () => void {
  let cancel = () => {}
  const tick = () => {
    cancel = clock.after(1_000, tick)
    task(clock.now())
  }
  cancel = clock.after(1_000, tick)
  return () => cancel()
}

function describe({
  kind,
  userId,
  name,
  anonymous = false,
}: Access & { kind: 'writer' | 'reader' }): ConnectionInfo {
  return { kind, anonymous, ...(userId !== undefined && { userId }), ...(name !== undefined && { name }) }
}
