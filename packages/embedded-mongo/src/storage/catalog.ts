/** Which collections and indexes exist: one metadata entry for each collection, held in memory, written through. */
import { randomUUID } from 'node:crypto'
import { Binary, Int32, UUID } from 'bson'
import { decode, encode } from '../bson/codec.js'
import { numberOr } from '../bson/numbers.js'
import { type Document, isDocument, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { assertNamespace, type Collection, ID_INDEX, type Index, splitNamespace } from './collection.js'
import { makeIndex } from './index-specification.js'
import {
  ALL_METADATA,
  countKey,
  documentPrefix,
  metadataKey,
  NEXT_ID_KEY,
  namespaceOf,
  rangeOf,
} from './keyspace.js'
import type { Store } from './store.js'

export class Catalog {
  private collections = new Map<string, Collection>()
  private nextId = 1

  constructor(private readonly store: Store) {
    this.load()
  }

  /** Reads everything anew; also after a failed commit, when memory is ahead of the disk. */
  load(): void {
    this.collections = new Map()
    this.nextId = this.store.get(NEXT_ID_KEY)?.readUInt32BE() ?? 1
    for (const { key, value } of this.store.entries(ALL_METADATA)) {
      const collection = this.restore(namespaceOf(key), decode(value))
      this.collections.set(collection.namespace, collection)
    }
  }

  find(database: string, name: string): Collection | undefined {
    return this.collections.get(`${database}.${name}`)
  }

  /** Whether `collection` has not been dropped meanwhile. */
  has(collection: Collection): boolean {
    return this.collections.get(collection.namespace) === collection
  }

  all(): Collection[] {
    return [...this.collections.values()]
  }

  /** The collections of a database by name. */
  list(database: string): Collection[] {
    return this.all()
      .filter(collection => collection.database === database)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  databases(): string[] {
    return [...new Set(this.all().map(collection => collection.database))].sort()
  }

  /** Only inside a write, as all methods below. */
  create(database: string, name: string, options: Document = {}): Collection {
    assertNamespace(database, name)
    const namespace = `${database}.${name}`
    if (this.collections.has(namespace)) refuse('NamespaceExists', `Collection ${namespace} already exists.`)
    const id = this.takeId()
    const collection: Collection = {
      id,
      database,
      name,
      namespace,
      uuid: new UUID(randomUUID()).toBinary(),
      options,
      indexes: [],
      count: 0,
      prefix: documentPrefix(id),
    }
    this.addIndex(collection, { v: new Int32(2), key: { _id: new Int32(1) }, name: ID_INDEX })
    this.collections.set(namespace, collection)
    this.save(collection)
    return collection
  }

  findOrCreate(database: string, name: string): Collection {
    return this.find(database, name) ?? this.create(database, name)
  }

  drop(collection: Collection): void {
    this.collections.delete(collection.namespace)
    this.store.remove(metadataKey(collection.namespace))
    this.store.remove(countKey(collection.id))
    this.store.removeRange(rangeOf(collection.prefix))
    for (const index of collection.indexes) this.store.removeRange(rangeOf(index.prefix))
  }

  /** Adds an index without keys; the caller fills and saves it. */
  addIndex(collection: Collection, specification: Document): Index {
    const index = makeIndex(specification, { id: this.takeId(), multikey: false, truncated: false })
    collection.indexes.push(index)
    return index
  }

  dropIndex(collection: Collection, index: Index): void {
    collection.indexes = collection.indexes.filter(other => other !== index)
    this.store.removeRange(rangeOf(index.prefix))
    this.save(collection)
  }

  save(collection: Collection): void {
    const { id, uuid, options, indexes } = collection
    const metadata = { id: new Int32(id), uuid, options, indexes: indexes.map(indexMetadata) }
    this.store.put(metadataKey(collection.namespace), encode(metadata))
  }

  saveCount(collection: Collection): void {
    const count = Buffer.alloc(8)
    count.writeBigUInt64BE(BigInt(collection.count))
    this.store.put(countKey(collection.id), count)
  }

  private takeId(): number {
    const id = this.nextId++
    const next = Buffer.alloc(4)
    next.writeUInt32BE(this.nextId)
    this.store.put(NEXT_ID_KEY, next)
    return id
  }

  private restore(namespace: string, metadata: Document): Collection {
    const [database, name] = splitNamespace(namespace)
    const id = numberOr(metadata.id, 0)
    const { uuid, options, indexes } = metadata
    return {
      id,
      database,
      name,
      namespace,
      uuid: uuid instanceof Binary ? uuid : new Binary(),
      options: isDocument(options) ? options : {},
      indexes: (Array.isArray(indexes) ? indexes : []).map(restoreIndex),
      count: Number(this.store.get(countKey(id))?.readBigUInt64BE() ?? 0n),
      prefix: documentPrefix(id),
    }
  }
}

const indexMetadata = ({ id, specification, multikey, truncated }: Index): Document => ({
  id: new Int32(id),
  specification,
  multikey,
  truncated,
})

function restoreIndex(metadata: Value): Index {
  const { id, specification, multikey, truncated } = isDocument(metadata) ? metadata : {}
  return makeIndex(isDocument(specification) ? specification : {}, {
    id: numberOr(id, 0),
    multikey: multikey === true,
    truncated: truncated === true,
  })
}
