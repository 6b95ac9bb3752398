import type { Closing } from './close-codes.js'

/** What happened, for logs, counters and the record of authors. */
export type CollabEvent =
  | { kind: 'opened' | 'unloaded'; documentId: string }
  | { kind: 'closed'; documentId: string; userId: string | undefined; closing: Closing }
  /** The operations of that Yjs client come from this user; told once, with its first operation. */
  | { kind: 'author'; documentId: string; clientId: number; userId: string }
  | { kind: 'failed'; documentId: string; during: Duty; error: unknown }

/** `listener`: a function given to `onChange` has thrown. */
export type Duty = 'authorise' | 'load' | 'append' | 'fold' | 'catch-up' | 'listener'

export type Report = (event: CollabEvent) => void
