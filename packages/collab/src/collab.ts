import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Authorise } from './access.js'
import type { Bus } from './bus.js'
import type { Clock } from './clock.js'
import type { CollabEvent } from './collab-event.js'
import type { DocumentReading } from './document-keeper.js'
import type { Folder } from './folder.js'
import type { Limits } from './limits.js'
import type { CollabMetrics } from './metrics.js'
import type { CollabStore } from './store.js'

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
