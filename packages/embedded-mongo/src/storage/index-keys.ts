/**
 * The keys one document has in one index: one for each of its rows (`key-rows.ts`). Two different arrays in one index are
 * refused.
 */
import { createHash } from 'node:crypto'
import { encodeKey, inverted } from '../bson/key-encoding.js'
import type { Document, Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { keyRowsOf } from '../query/key-rows.js'
import type { Index } from './collection.js'

/** LMDB's keys end at 1,978 bytes, with a prefix and an `_id` of up to 700 bytes beside this part. */
const MAX_FIELDS_BYTES = 1200

export interface IndexKeys {
  /** Distinct encoded field values, without prefix and `_id`. */
  keys: Buffer[]
  multikey: boolean
  truncated: boolean
}

const NONE: IndexKeys = { keys: [], multikey: false, truncated: false }

export function indexKeysOf(index: Index, document: Document): IndexKeys {
  if (index.partial && !index.partial.matches(document)) return NONE
  const paths = index.fields.map(({ path }) => path)
  const { rows, multikey, present } = keyRowsOf(document, paths, i =>
    refuse('CannotIndexParallelArrays', `cannot index parallel arrays [${index.fields[i]?.name}]`),
  )
  if (index.sparse && !present) return NONE
  const keys = new Map<string, Buffer>()
  let truncated = false
  for (const row of rows) {
    const full = encodeRow(index, row)
    const key = full.length > MAX_FIELDS_BYTES ? shortened(full) : full
    truncated ||= key !== full
    keys.set(key.toString('latin1'), key)
  }
  return { keys: [...keys.values()], multikey, truncated }
}

function encodeRow(index: Index, row: Value[]): Buffer {
  const parts = row.map((value, i) => {
    const key = encodeKey(value, index.fold)
    return index.fields[i]?.descending ? inverted(key) : key
  })
  const [only] = parts
  return parts.length === 1 && only ? only : Buffer.concat(parts)
}

/** Still tells long values apart, but no longer in order. */
const shortened = (key: Buffer): Buffer =>
  Buffer.concat([key.subarray(0, MAX_FIELDS_BYTES), createHash('sha1').update(key).digest()])
