/** Open cursors: iterators of encoded documents, drained batch by batch, forgotten after ten idle minutes. */
import { randomBytes } from 'node:crypto'
import { refuse } from '../mongo-error.js'
import { CursorReply } from './command.js'

export const DEFAULT_BATCH = 101
/** A reply's documents; leaves room for the rest of a 16 MB reply document. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024 - 16 * 1024
const IDLE_MS = 10 * 60_000

interface OpenCursor {
  namespace: string
  documents: Iterator<Buffer>
  /** Fetched, and too large for the previous batch. */
  waiting: Buffer | undefined
  usedAt: number
}

export interface BatchRequest {
  namespace: string
  documents: Iterator<Buffer>
  /** Documents in the first batch; 0 opens the cursor without reading. */
  size: number
  /** `once`: what does not fit into the first batch is dropped. */
  lifetime?: 'once' | 'open'
}

export class Cursors {
  private readonly cursors = new Map<bigint, OpenCursor>()

  /** The first batch, and a cursor if there is more. */
  open({ namespace, documents, size, lifetime = 'open' }: BatchRequest): CursorReply {
    const cursor: OpenCursor = { namespace, documents, waiting: undefined, usedAt: Date.now() }
    const { batch, done } = size === 0 ? { batch: [], done: false } : pull(cursor, size)
    if (done || lifetime === 'once') return new CursorReply(0n, namespace, 'firstBatch', batch)
    const id = randomBytes(8).readBigUInt64BE() >> 1n
    this.cursors.set(id, cursor)
    return new CursorReply(id, namespace, 'firstBatch', batch)
  }

  /** The next batch of at most `size` documents; 0 means as many as fit. */
  next(id: bigint, namespace: string, size: number): CursorReply {
    const cursor = this.cursors.get(id)
    if (!cursor) return refuse('CursorNotFound', `cursor id ${id} not found`)
    if (cursor.namespace !== namespace) {
      refuse(
        'Unauthorized',
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      )
    }
    cursor.usedAt = Date.now()
    // A cursor that fails is gone: asked again, it must not seem to have come to its end.
    this.cursors.delete(id)
    const { batch, done } = pull(cursor, size === 0 ? Infinity : size)
    if (!done) this.cursors.set(id, cursor)
    return new CursorReply(done ? 0n : id, namespace, 'nextBatch', batch)
  }

  kill(id: bigint): boolean {
    return this.cursors.delete(id)
  }

  forgetIdle(): void {
    const limit = Date.now() - IDLE_MS
    for (const [id, { usedAt }] of this.cursors) if (usedAt < limit) this.cursors.delete(id)
  }
}

function pull(cursor: OpenCursor, size: number): { batch: Buffer[]; done: boolean } {
  const batch: Buffer[] = []
  let bytes = 0
  while (batch.length < size) {
    const next = cursor.waiting ?? nextOf(cursor.documents)
    cursor.waiting = undefined
    if (!next) return { batch, done: true }
    if (batch.length > 0 && bytes + next.length > MAX_BATCH_BYTES) {
      cursor.waiting = next
      return { batch, done: false }
    }
    batch.push(next)
    bytes += next.length
  }
  return { batch, done: false }
}

function nextOf(documents: Iterator<Buffer>): Buffer | undefined {
  const { done, value } = documents.next()
  return done ? undefined : value
}
