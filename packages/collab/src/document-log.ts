import { randomUUID } from 'node:crypto'
import type { Snapshot } from './folder.js'
import { decodeSnapshot, encodeSnapshot, splitIntoChunks } from './snapshot-chunks.js'
import { type CollabStore, emptyHead, type Head, type LogRow } from './store.js'
import { decodeBatch, encodeBatch } from './update-batch.js'

/** A log row as a room understands it. */
export interface Entry {
  seq: number
  updates: Uint8Array[]
}

export interface LoadedDocument {
  head: Head
  snapshot: Snapshot | null
  entries: Entry[]
}

export type Appended =
  | { kind: 'appended'; seq: number }
  /** Another process wrote first: these entries come before ours, which is not written yet. */
  | { kind: 'overtaken'; entries: Entry[] }
  | { kind: 'replaced'; epoch: number }

/** A load meets a fold of another process now and then; a store that never shows a consistent state is broken. */
const loadAttempts = 10

/**
 * The procedures by which a document is kept, as sequences of single durable steps on a store. Their order is what makes
 * a crash harmless; see `store.ts`. Several processes may run them on one document at the same time: the unique row
 * numbers decide who writes next, and the head decides whose snapshot holds.
 */
export class DocumentLog {
  readonly #store: CollabStore
  readonly #documentId: string

  constructor(store: CollabStore, documentId: string) {
    this.#store = store
    this.#documentId = documentId
  }

  /** Reads head, chunks, rows, and the head again: a fold in between may have deleted what the first head promised. */
  async load(initial: () => Promise<Uint8Array | null>): Promise<LoadedDocument> {
    for (let attempt = 0; attempt < loadAttempts; attempt++) {
      const head = await this.#store.readHead(this.#documentId)
      if (head === null) {
        await this.#store.createHead(this.#documentId, emptyHead)
        continue
      }
      const loaded = await this.#read(head)
      if (loaded === null) continue
      if (loaded.entries.length > 0 || head.seq >= 0 || head.generation > 0) return loaded
      if (!(await this.#writeInitial(head, initial))) return loaded
    }
    throw new Error('the stored document does not hold still')
  }

  /** Row 0 can exist only once, so a document never begins twice, whoever else is opening it. */
  async #writeInitial(head: Head, initial: () => Promise<Uint8Array | null>): Promise<boolean> {
    const content = await initial()
    if (content === null) return false
    const row = { epoch: head.epoch, seq: 0, updates: encodeBatch([content]) }
    await this.#store.appendRow(this.#documentId, row)
    return true
  }

  async #read(head: Head): Promise<LoadedDocument | null> {
    const snapshot = head.token === '' ? null : await this.#readSnapshot(head)
    const rows = await this.#store.readRows(this.#documentId, { epoch: head.epoch, after: head.seq })
    const now = await this.#store.readHead(this.#documentId)
    if (now?.epoch !== head.epoch || now.generation !== head.generation) return null
    if (head.token !== '' && snapshot === null) throw new Error('chunks of the snapshot are missing')
    return { head, snapshot, entries: withoutGaps(rows, head.seq) }
  }

  async #readSnapshot(head: Head): Promise<Snapshot | null> {
    const chunks = await this.#store.readChunks(this.#documentId, head.token)
    return chunks.length === head.chunks ? decodeSnapshot(chunks) : null
  }

  /**
   * Writes one row. In a shared log the head is looked at afterwards: a process that was away for long could have
   * written a number that was folded and deleted in the meantime, and such a row counts for nobody.
   */
  async append(
    at: { epoch: number; seq: number; shared: boolean },
    updates: Uint8Array[],
  ): Promise<Appended> {
    const row = { epoch: at.epoch, seq: at.seq, updates: encodeBatch(updates) }
    const inserted = await this.#store.appendRow(this.#documentId, row)
    if (inserted && !at.shared) return { kind: 'appended', seq: at.seq }
    const head = await this.#store.readHead(this.#documentId)
    if (head === null || head.epoch !== at.epoch) return { kind: 'replaced', epoch: head?.epoch ?? 0 }
    if (inserted && head.seq < at.seq) return { kind: 'appended', seq: at.seq }
    return { kind: 'overtaken', entries: await this.since(head.epoch, at.seq - 1) }
  }

  /** What is written after that row; the snapshot instead of rows that are gone. Nothing if the epoch is over. */
  async since(epoch: number, seq: number): Promise<Entry[]> {
    const rows = await this.#store.readRows(this.#documentId, { epoch, after: seq })
    const head = await this.#store.readHead(this.#documentId)
    if (head?.epoch !== epoch) return []
    if (head.seq <= seq) return withoutGaps(rows, seq)
    const { head: later, snapshot, entries } = await this.load(async () => null)
    if (later.epoch !== epoch || snapshot === null) return []
    return [{ seq: later.seq, updates: [snapshot.update] }, ...entries]
  }

  readHead(): Promise<Head | null> {
    return this.#store.readHead(this.#documentId)
  }

  /** Writes the snapshot under a new token, switches the head to it, and sweeps up. */
  async writeSnapshot(
    expected: Head,
    snapshot: Snapshot,
    place: { epoch: number; seq: number },
  ): Promise<Head | null> {
    const generation = expected.generation + 1
    const token = randomUUID()
    const chunks = splitIntoChunks(encodeSnapshot(snapshot))
    for (const [index, bytes] of chunks.entries())
      await this.#store.writeChunk(this.#documentId, { generation, token, index, bytes })
    const next: Head = { ...place, generation, token, chunks: chunks.length }
    return (await this.#store.switchHead(this.#documentId, expected, next)) ? next : null
  }

  /** Deletes what the head has made superfluous, of earlier crashes too. Rows and chunks of later heads stay. */
  async sweep(head: Head): Promise<void> {
    await this.#store.deleteRows(this.#documentId, { epoch: head.epoch, upTo: head.seq })
    await this.#store.deleteChunks(this.#documentId, { generation: head.generation, keep: head.token })
  }
}

/** Rows are numbered by unique successors, so a gap means that a store lost something it had promised to keep. */
function withoutGaps(rows: readonly LogRow[], after: number): Entry[] {
  return rows.map((row, index) => {
    if (index > 0 && row.seq !== (rows[index - 1]?.seq ?? 0) + 1)
      throw new Error('rows are missing in the log')
    if (index === 0 && row.seq > Math.max(after, 0) + 1)
      throw new Error('the first rows of the log are missing')
    return { seq: row.seq, updates: decodeBatch(row.updates) }
  })
}
