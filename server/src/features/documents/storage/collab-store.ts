import type { CollabStore, Head, LogRow } from '@randnotiz/collab'
import { type Connection, Types } from 'mongoose'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { collabCollections } from './models.js'

const count = z.number().int()
const StoredHead = z.object({ epoch: count, generation: count, seq: count, token: z.string(), chunks: count })
const StoredRow = z.object({ epoch: count, seq: count, updates: z.instanceof(Uint8Array) })
const StoredChunk = z.object({ bytes: z.instanceof(Uint8Array) })

/** Bytes as `Buffer`, not as BSON's wrapper. */
const asBuffers = { promoteBuffers: true } as const

/**
 * The store of the collaboration server on MongoDB: each call is a write or a read of single records, as its interface
 * asks. It goes past mongoose's documents, since this is the path of every keystroke; the write concern of the connection
 * makes each write durable before it resolves.
 */
export function createCollabStore(connection: Connection): CollabStore {
  const updates = connection.collection(collabCollections.updates)
  const snapshots = connection.collection(collabCollections.snapshots)
  const heads = connection.collection(collabCollections.heads)
  const idOf = (documentId: string) => new Types.ObjectId(documentId)

  return {
    readHead: async documentId => {
      const head = await heads.findOne({ documentId: idOf(documentId) })
      return head ? StoredHead.parse(head) : null
    },
    createHead: async (documentId, head) => {
      await unlessPresent(() => heads.insertOne({ documentId: idOf(documentId), ...head }))
    },
    switchHead: async (documentId, { epoch, generation }, next: Head) => {
      const expected = { documentId: idOf(documentId), epoch, generation }
      return (await heads.updateOne(expected, { $set: { ...next } })).matchedCount === 1
    },

    appendRow: (documentId, { epoch, seq, updates: bytes }: LogRow) =>
      unlessPresent(() =>
        updates.insertOne({ documentId: idOf(documentId), epoch, seq, updates: Buffer.from(bytes) }),
      ),
    readRows: async (documentId, { epoch, after }) => {
      const filter = { documentId: idOf(documentId), epoch, seq: { $gt: after } }
      const rows = await updates.find(filter, asBuffers).sort({ seq: 1 }).toArray()
      return rows.map(row => StoredRow.parse(row))
    },
    deleteRows: async (documentId, { epoch, upTo }) => {
      await updates.deleteMany({ documentId: idOf(documentId), epoch, seq: { $lte: upTo } })
      await updates.deleteMany({ documentId: idOf(documentId), epoch: { $lt: epoch } })
    },

    writeChunk: async (documentId, { bytes, ...place }) => {
      await snapshots.insertOne({ documentId: idOf(documentId), ...place, bytes: Buffer.from(bytes) })
    },
    readChunks: async (documentId, token) => {
      const filter = { documentId: idOf(documentId), token }
      const chunks = await snapshots.find(filter, asBuffers).sort({ index: 1 }).toArray()
      return chunks.map(chunk => StoredChunk.parse(chunk).bytes)
    },
    deleteChunks: async (documentId, { generation, keep }) => {
      const filter = { documentId: idOf(documentId), generation: { $lte: generation }, token: { $ne: keep } }
      await snapshots.deleteMany(filter)
    },
  }
}

/** False when the unique index says that it is there already. */
async function unlessPresent(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert()
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}
