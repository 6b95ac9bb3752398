import type { Closing } from './close-codes.js'

/** The way to one client: a WebSocket in production, an array emptied by hand in tests. */
export interface Wire {
  /** Hands bytes over; they go out in order. */
  write(bytes: Uint8Array): void
  /** More waits than the way takes at present; `Member.drained` will be called when nothing waits any more. */
  readonly congested: boolean
  /** Bytes handed over that have not left the process. */
  readonly queuedBytes: number
  close(closing: Closing): void
}
