/** What server processes tell each other about a document. The log is the truth; a lost message is made up for from it. */
export type BusMessage =
  | { kind: 'row'; documentId: string; epoch: number; seq: number; updates: Uint8Array }
  | { kind: 'awareness'; documentId: string; payload: Uint8Array }
  | { kind: 'replaced'; documentId: string; epoch: number }

/**
 * The way between server processes, for example Redis pub/sub with one channel per document. Delivery may fail, repeat
 * and reorder. A process need not be told its own messages; it ignores them.
 */
export interface Bus {
  publish(message: BusMessage): void
  /** Returns the function that ends the subscription. */
  subscribe(documentId: string, listener: (message: BusMessage) => void): () => void
}

/** Connects several servers in one process, for tests. Messages arrive in later turns of the event loop. */
export function createMemoryBus(): Bus {
  const listeners = new Map<string, Set<(message: BusMessage) => void>>()
  return {
    publish: message => {
      for (const listener of listeners.get(message.documentId) ?? []) setImmediate(() => listener(message))
    },
    subscribe: (documentId, listener) => {
      const known = listeners.get(documentId) ?? new Set()
      listeners.set(documentId, known.add(listener))
      return () => {
        known.delete(listener)
        if (known.size === 0) listeners.delete(documentId)
      }
    },
  }
}
