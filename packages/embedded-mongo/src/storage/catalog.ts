/** Which collections, views and indexes exist: one metadata entry for each namespace, held in memory, written through. */
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
import { validatorIn } from './validator.js'
import { makeView, type View, type ViewDefinition, viewDefinitionIn, viewOptions } from './view.js'

export class Catalog {
  private collections = new Map<string, Collection>()
  private views = new Map<string, View>()
  private nextId = 1

  constructor(private readonly store: Store) {
    this.load()
  }

  /** Reads everything anew; also after a failed commit, when memory is ahead of the disk. */
  load(): void {
    this.collections = new Map()
    this.views = new Map()
    this.nextId = this.store.get(NEXT_ID_KEY)?.readUInt32BE() ?? 1
    for (const { key, value } of this.store.entries(ALL_METADATA)) {
      const [namespace, metadata] = [namespaceOf(key), decode(value)]
      const view = viewDefinitionIn(metadata)
      if (view) this.views.set(namespace, makeView(...splitNamespace(namespace), view))
      else this.collections.set(namespace, this.restore(namespace, metadata))
    }
  }

  find(database: string, name: string): Collection | undefined {
    return this.collections.get(`${database}.${name}`)
  }

  findView(database: string, name: string): View | undefined {
    return this.views.get(`${database}.${name}`)
  }

  /** As `find`, for what a view cannot do: refuses one. */
  findStored(database: string, name: string): Collection | undefined {
    const namespace = `${database}.${name}`
    if (this.views.has(namespace)) {
      refuse('CommandNotSupportedOnView', `Namespace ${namespace} is a view, not a collection`)
    }
    return this.collections.get(namespace)
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

  listViews(database: string): View[] {
    return [...this.views.values()].filter(view => view.database === database)
  }

  databases(): string[] {
    return [...new Set([...this.all(), ...this.views.values()].map(({ database }) => database))].sort()
  }

  /** Only inside a write, as all methods below. */
  create(database: string, name: string, options: Document = {}): Collection {
    assertNamespace(database, name)
    const namespace = `${database}.${name}`
    this.assertFree(namespace)
    const id = this.takeId()
    const collection: Collection = {
      id,
      database,
      name,
      namespace,
      uuid: new UUID(randomUUID()).toBinary(),
      options,
      validator: validatorIn(namespace, options),
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
    return this.findStored(database, name) ?? this.create(database, name)
  }

  createView(database: string, name: string, definition: ViewDefinition): void {
    const view = makeView(database, name, definition)
    this.assertFree(view.namespace)
    this.views.set(view.namespace, view)
    this.store.put(metadataKey(view.namespace), encode(viewOptions(view)))
  }

  dropView({ namespace }: View): void {
    this.views.delete(namespace)
    this.store.remove(metadataKey(namespace))
  }

  /** Gives a collection the name of another one, which goes. */
  replace(previous: Collection | undefined, next: Collection, name: string): void {
    if (previous) this.drop(previous)
    this.collections.delete(next.namespace)
    this.store.remove(metadataKey(next.namespace))
    next.name = name
    next.namespace = `${next.database}.${name}`
    this.collections.set(next.namespace, next)
    this.setOptions(next, next.options)
  }

  setOptions(collection: Collection, options: Document): void {
    collection.options = options
    collection.validator = validatorIn(collection.namespace, options)
    this.save(collection)
  }

  drop(collection: Collection): void {
    this.collections.delete(collection.namespace)
    this.store.remove(metadataKey(collection.namespace))
    this.store.remove(countKey(collection.id))
    this.store.removeRange(rangeOf(collection.prefix))
    for (const index of collection.indexes) this.store.removeRange(rangeOf(index.prefix))
    // Open cursors see by this that there is nothing left to read.
    collection.indexes = []
  }

  /** Adds an index without keys; the caller fills and saves it. */
  addIndex(collection: Collection, specification: Document): Index {
    const index = makeIndex(specification, { id: this.takeId(), multikey: false, truncated: false })
    collection.indexes.push(index)
    return index
  }

  /** Gives an index another specification with the same keys. */
  respecify(collection: Collection, index: Index, specification: Document): void {
    const { id, multikey, truncated } = index
    const next = makeIndex(specification, { id, multikey, truncated })
    collection.indexes = collection.indexes.map(other => (other === index ? next : other))
    this.save(collection)
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

  private assertFree(namespace: string): void {
    if (this.collections.has(namespace)) refuse('NamespaceExists', `Collection ${namespace} already exists.`)
    if (this.views.has(namespace)) refuse('NamespaceExists', `A view ${namespace} already exists.`)
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
    const { uuid, indexes } = metadata
    const options = isDocument(metadata.options) ? metadata.options : {}
    return {
      id,
      database,
      name,
      namespace,
      uuid: uuid instanceof Binary ? uuid : new Binary(),
      options,
      validator: validatorIn(namespace, options),
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
