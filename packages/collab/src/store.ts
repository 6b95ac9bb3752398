/**
 * What the collaboration server needs to keep a document.
 *
 * A document is a *head*, a *log* and *chunks*. The log has one row per group commit, numbered without gaps within an
 * epoch; a snapshot replaces its beginning from time to time: its chunks are written under a new token, then the head is
 * switched to it by compare-and-set, then the rows and chunks that nobody needs any more are deleted. A crash between any
 * two of these calls leaves garbage at worst, and the next fold sweeps it up. Restoring or importing starts a new epoch.
 *
 * Every call is one write or read of single records (no transactions needed), and resolves when it is **durable**; it
 * rejects when that is not known. On MongoDB: three collections with the unique keys `{documentId}`,
 * `{documentId, epoch, seq}` and `{documentId, token, index}`, written with `{w: 'majority', j: true}`.
 * All bytes are opaque; documents that have never been written to do not exist.
 */
export interface CollabStore {
  readHead(documentId: string): Promise<Head | null>
  /** Does nothing if the document has a head already. */
  createHead(documentId: string, head: Head): Promise<void>
  /** Replaces the head if its epoch and generation are still those of `expected`; false if they are not. */
  switchHead(documentId: string, expected: Head, next: Head): Promise<boolean>

  /** Inserts the row; false if the epoch has a row of that number already (unique index). */
  appendRow(documentId: string, row: LogRow): Promise<boolean>
  /** Rows of that epoch with `seq > after`, ascending. */
  readRows(documentId: string, range: { epoch: number; after: number }): Promise<LogRow[]>
  /** Deletes the rows of that epoch up to and including `upTo`, and those of all older epochs. */
  deleteRows(documentId: string, range: { epoch: number; upTo: number }): Promise<void>

  /** At most 8 MB of bytes each. */
  writeChunk(documentId: string, chunk: SnapshotChunk): Promise<void>
  /** The bytes of the chunks with that token, ordered by index. */
  readChunks(documentId: string, token: string): Promise<Uint8Array[]>
  /** Deletes the chunks up to and including that generation but those with the token to keep. */
  deleteChunks(documentId: string, range: { generation: number; keep: string }): Promise<void>
}

export interface Head {
  epoch: number
  /** Counts the switches of this head. */
  generation: number
  /** The last log row that the snapshot contains; -1 when there is no snapshot. */
  seq: number
  /** Names the chunks of the snapshot; empty when there is none. */
  token: string
  /** How many chunks there are. */
  chunks: number
}

/** One group commit: the updates of all members that arrived together. Row 0 is the initial content. */
export interface LogRow {
  epoch: number
  seq: number
  updates: Uint8Array
}

export interface SnapshotChunk {
  generation: number
  token: string
  index: number
  bytes: Uint8Array
}

export const emptyHead: Head = { epoch: 1, generation: 0, seq: -1, token: '', chunks: 0 }
