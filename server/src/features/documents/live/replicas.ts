import type { Collab } from '@randnotiz/collab'
import * as Y from 'yjs'

/** A document as a `Y.Doc` of the server's own, kept up to date. Nobody may write to it. */
export type Replica = {
  doc: Y.Doc
  /** Counts the changes; what was computed from the document holds while it stays the same. */
  changes: number
}

type Entry = { replica: Replica; ready: Promise<void> }

/**
 * Replicas of the documents that somebody asked for. The collaboration server keeps documents as bytes and tells what
 * becomes durable; a replica begins with the bytes and follows what it is told. Changes that arrive while the bytes are
 * being read are applied at once and once more with the bytes, which Yjs does not mind. When the document leaves the
 * collaboration server's memory nothing is told any more, so the replica goes with it.
 */
export class Replicas {
  #collab: Collab
  #entries = new Map<string, Entry>()

  constructor(collab: Collab) {
    this.#collab = collab
    collab.onChange((documentId, update) => {
      const entry = this.#entries.get(documentId)
      if (!entry) return
      Y.applyUpdate(entry.replica.doc, update)
      entry.replica.changes += 1
    })
  }

  async of(documentId: string): Promise<Replica> {
    const entry = this.#entries.get(documentId) ?? this.#load(documentId)
    await entry.ready
    return entry.replica
  }

  /** To be called when the collaboration server has let go of the document. */
  forget(documentId: string): void {
    this.#entries.get(documentId)?.replica.doc.destroy()
    this.#entries.delete(documentId)
  }

  close(): void {
    for (const documentId of [...this.#entries.keys()]) this.forget(documentId)
  }

  #load(documentId: string): Entry {
    const replica: Replica = { doc: new Y.Doc({ gc: true }), changes: 0 }
    const entry: Entry = { replica, ready: this.#fill(documentId, replica) }
    this.#entries.set(documentId, entry)
    entry.ready.catch(() => {
      if (this.#entries.get(documentId) === entry) this.forget(documentId)
    })
    return entry
  }

  async #fill(documentId: string, replica: Replica): Promise<void> {
    const { update } = await this.#collab.readState(documentId)
    Y.applyUpdate(replica.doc, update)
    replica.changes += 1
  }
}
