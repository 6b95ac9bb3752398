/**
 * One ordered key space holds everything:
 *
 *   00 <namespace>                      → collection metadata (BSON)
 *   01                                  → the next collection or index id
 *   02 <collection id>                  → number of documents
 *   03                                  → who owns this data directory (`data-directory-lock.ts`)
 *   10 <collection id> <key of _id>     → the document's bytes
 *   20 <index id> <keys of the fields> [<key of _id>]  → key of _id; without the suffix when the index is unique
 */
import { prefixEnd } from '../bson/key-encoding.js'

const METADATA = 0x00
const NEXT_ID = 0x01
const COUNT = 0x02
const OWNER = 0x03
const DOCUMENT = 0x10
const INDEX = 0x20

/** Keys with `low` ≤ key < `high`; no `high` means to the end. */
export interface KeyRange {
  low: Buffer
  high: Buffer | undefined
}

export const NEXT_ID_KEY = Buffer.of(NEXT_ID)
export const OWNER_KEY = Buffer.of(OWNER)
export const ALL_METADATA: KeyRange = { low: Buffer.of(METADATA), high: Buffer.of(METADATA + 1) }

export const metadataKey = (namespace: string): Buffer =>
  Buffer.concat([Buffer.of(METADATA), Buffer.from(namespace)])
export const namespaceOf = (key: Buffer): string => key.subarray(1).toString()
export const countKey = (collectionId: number): Buffer => numbered(COUNT, collectionId)
export const documentPrefix = (collectionId: number): Buffer => numbered(DOCUMENT, collectionId)
export const indexPrefix = (indexId: number): Buffer => numbered(INDEX, indexId)

export const rangeOf = (prefix: Buffer): KeyRange => ({ low: prefix, high: prefixEnd(prefix) })

function numbered(kind: number, id: number): Buffer {
  const key = Buffer.allocUnsafe(5)
  key[0] = kind
  key.writeUInt32BE(id, 1)
  return key
}
