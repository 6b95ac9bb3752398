/** TTL indexes: documents whose indexed date is older than the index allows are removed, some hundred in a transaction. */
import { decode } from './bson/codec.js'
import { encodeKey, inverted, prefixEnd } from './bson/key-encoding.js'
import { KIND } from './bson/value.js'
import type { Engine } from './engine.js'
import type { Collection, Index } from './storage/collection.js'
import { type DocumentWriter, documentKey } from './storage/document-writer.js'
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

/** What has expired is found inside the write that removes it: a document may be given more time until the last moment. */
async function removeInRange(engine: Engine, collection: Collection, range: KeyRange): Promise<number> {
  let removed = 0
  while (firstIds(engine, range, 1).length > 0) {
    const count = await engine.write(({ writer }) => {
      if (!engine.catalog.has(collection)) return 0
      return firstIds(engine, range, BATCH).filter(id => removeById(engine, { writer, collection, id }))
        .length
    })
    if (count === 0) break
    removed += count
  }
  return removed
}

/** False when it went already: a document with several dates is found several times. */
function removeById({ store }: Engine, { writer, collection, id }: Removal): boolean {
  const bytes = store.get(documentKey(collection, id))
  if (bytes) writer.remove(collection, decode(bytes))
  return bytes !== undefined
}

interface Removal {
  writer: DocumentWriter
  collection: Collection
  id: Buffer
}

function firstIds(engine: Engine, range: KeyRange, count: number): Buffer[] {
  const ids: Buffer[] = []
  for (const { value } of engine.store.entries(range)) {
    ids.push(value)
    if (ids.length === count) break
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
