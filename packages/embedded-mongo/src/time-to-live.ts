/** TTL indexes: documents whose indexed date is older than the index allows are removed, some hundred in a transaction. */
import { decode } from './bson/codec.js'
import { encodeKey, inverted, prefixEnd } from './bson/key-encoding.js'
import { KIND } from './bson/value.js'
import type { Engine } from './engine.js'
import type { Collection, Index } from './storage/collection.js'
import { documentKey } from './storage/document-writer.js'
import type { KeyRange } from './storage/keyspace.js'

const BATCH = 500

export async function removeExpired(engine: Engine): Promise<number> {
  let removed = 0
  for (const collection of engine.catalog.all()) {
    for (const index of collection.indexes) {
      if (index.expireAfterSeconds === undefined || index.fields.length !== 1) continue
      removed += await removeInRange(engine, collection, expiredRange(index, index.expireAfterSeconds))
    }
  }
  return removed
}

async function removeInRange(engine: Engine, collection: Collection, range: KeyRange): Promise<number> {
  let removed = 0
  for (;;) {
    const expired = firstIds(engine, range)
    if (expired.length === 0) return removed
    await engine.write(({ writer }) => {
      if (!engine.catalog.has(collection)) return
      for (const id of expired) {
        const bytes = engine.store.get(documentKey(collection, id))
        if (bytes) writer.remove(collection, decode(bytes))
      }
    })
    removed += expired.length
  }
}

function firstIds(engine: Engine, range: KeyRange): Buffer[] {
  const ids: Buffer[] = []
  for (const { value } of engine.store.entries(range)) {
    ids.push(value)
    if (ids.length === BATCH) break
  }
  return ids
}

/** Dates up to the limit; other kinds of values never expire. */
function expiredRange({ prefix, fields }: Index, seconds: number): KeyRange {
  const limit = encodeKey(new Date(Date.now() - seconds * 1000))
  const dates = Buffer.of(KIND.date)
  const [field] = fields
  const [low, high] = field?.descending
    ? [inverted(limit), prefixEnd(inverted(dates))]
    : [dates, prefixEnd(limit)]
  return { low: Buffer.concat([prefix, low]), high: Buffer.concat([prefix, high ?? Buffer.of(0xff)]) }
}
