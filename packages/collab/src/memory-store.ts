import type { CollabStore, Head, LogRow, SnapshotChunk } from './store.js'

interface Shelf {
  head: Head | null
  rows: Map<string, LogRow>
  chunks: Map<string, SnapshotChunk>
}

/** A complete store that forgets everything with the process: for tests, and for documents that need not last. */
export function createMemoryStore(): CollabStore {
  const shelves = new Map<string, Shelf>()
  const shelf = (documentId: string): Shelf => {
    const known = shelves.get(documentId) ?? { head: null, rows: new Map(), chunks: new Map() }
    shelves.set(documentId, known)
    return known
  }
  return {
    readHead: async id => shelf(id).head,
    createHead: async (id, head) => {
      shelf(id).head ??= head
    },
    switchHead: async (id, expected, next) => {
      const { head } = shelf(id)
      if (head?.epoch !== expected.epoch || head.generation !== expected.generation) return false
      shelf(id).head = next
      return true
    },
    appendRow: async (id, row) => insert(shelf(id).rows, `${row.epoch}/${row.seq}`, row),
    readRows: async (id, { epoch, after }) =>
      [...shelf(id).rows.values()]
        .filter(row => row.epoch === epoch && row.seq > after)
        .sort((a, b) => a.seq - b.seq),
    deleteRows: async (id, { epoch, upTo }) => {
      for (const [key, row] of shelf(id).rows)
        if (row.epoch < epoch || (row.epoch === epoch && row.seq <= upTo)) shelf(id).rows.delete(key)
    },
    writeChunk: async (id, chunk) => {
      shelf(id).chunks.set(`${chunk.token}/${chunk.index}`, chunk)
    },
    readChunks: async (id, token) =>
      [...shelf(id).chunks.values()]
        .filter(chunk => chunk.token === token)
        .sort((a, b) => a.index - b.index)
        .map(chunk => chunk.bytes),
    deleteChunks: async (id, { generation, keep }) => {
      for (const [key, chunk] of shelf(id).chunks)
        if (chunk.generation <= generation && chunk.token !== keep) shelf(id).chunks.delete(key)
    },
  }
}

function insert<T>(map: Map<string, T>, key: string, value: T): boolean {
  if (map.has(key)) return false
  map.set(key, value)
  return true
}
