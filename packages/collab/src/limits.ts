/** Everything that is bounded, in bytes, milliseconds or counts. Pass a part of it to `createCollab` to change a bound. */
export interface Limits {
  /** Largest message from a client. MongoDB rows end at 16 MB, and a batch may carry one such message and a little more. */
  messageBytes: number
  /** Largest document, as one update. Writers are warned at 80 % and refused at 100 %. */
  documentBytes: number
  /** Updates waiting for a slow store; whoever adds more has to come back later. */
  unsavedBytes: number
  connectionsPerDocument: number
  /** Handshakes waiting for the authoriser or for a document; more are turned away. */
  handshakes: number
  /** A faster client is not punished: its socket is read no further until the bucket has filled again. */
  messagesPerSecond: number
  bytesPerSecond: number
  /** One awareness state as JSON. */
  awarenessBytes: number
  /** Awareness ids one connection may introduce. */
  awarenessIds: number
  /** Writes dropped from one read-only connection before it is closed as abusive. */
  readOnlyWrites: number
  /** Bytes waiting in one socket before its member is sent nothing more until they have drained. */
  queuedBytes: number
  /** A member with bytes waiting that makes no progress for so long is closed with 1013. */
  stallMs: number
  /** A room stays warm for so long after its last member left. */
  warmMs: number
  /** Warm rooms together; the least recently used go first. */
  warmBytes: number
  /**
   * Fold the log into a snapshot at so many rows or bytes, but not more often than `foldGapMs`. A shorter log, of at
   * least `foldIdleRows`, is folded `foldIdleMs` after the last edit or when everybody has left.
   */
  foldRows: number
  foldBytes: number
  foldGapMs: number
  foldIdleMs: number
  foldIdleRows: number
  /**
   * Sending to the writers, and to the readers, of one room may take about this share of the time. Below it each update is
   * sent at once, above it updates wait and are merged, but never longer than `…WaitMs`. Less is cheaper and later.
   */
  writersShare: number
  readersShare: number
  writersWaitMs: number
  readersWaitMs: number
  /** How often a process that shares its store looks for rows it was not told about. */
  catchUpMs: number
  /** Stock clients reconnect after 30 s of silence. */
  heartbeatMs: number
  authoriseMs: number
  /** A room whose store fails for so long closes its members with 1013; they keep their edits and come back. */
  storeOutageMs: number
}

export const defaultLimits: Limits = {
  messageBytes: 8 * 1024 * 1024,
  documentBytes: 32 * 1024 * 1024,
  unsavedBytes: 32 * 1024 * 1024,
  connectionsPerDocument: 5_000,
  handshakes: 2_000,
  messagesPerSecond: 1_000,
  bytesPerSecond: 4 * 1024 * 1024,
  awarenessBytes: 4_096,
  awarenessIds: 4,
  readOnlyWrites: 1_000,
  queuedBytes: 128 * 1024,
  stallMs: 20_000,
  warmMs: 45_000,
  warmBytes: 256 * 1024 * 1024,
  foldRows: 500,
  foldBytes: 256 * 1024,
  foldGapMs: 5_000,
  foldIdleMs: 30_000,
  foldIdleRows: 20,
  writersShare: 0.08,
  readersShare: 0.2,
  writersWaitMs: 8,
  readersWaitMs: 30,
  catchUpMs: 5_000,
  heartbeatMs: 16_000,
  authoriseMs: 10_000,
  storeOutageMs: 15_000,
}
