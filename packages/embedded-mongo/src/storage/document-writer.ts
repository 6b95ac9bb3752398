/**
 * Inserting, replacing and removing single documents together with their index keys. Each method first checks everything
 * that can be refused and then writes, so a refused document leaves no trace while the rest of its batch is kept.
 * One writer serves one write transaction: `finish` stores the counters and index flags it has changed.
 */
import { BSONRegExp, ObjectId } from 'bson'
import { assertDepth, decode, encode } from '../bson/codec.js'
import { encodeKey } from '../bson/key-encoding.js'
import { type Document, isDocument, type Value, withIdFirst } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import type { Catalog } from './catalog.js'
import { type Collection, ID_INDEX, type Index } from './collection.js'
import { duplicateKey } from './duplicate-key.js'
import { indexKeysOf } from './index-keys.js'
import { rangeOf } from './keyspace.js'
import type { Store } from './store.js'
import type { DocumentVersions, Validation } from './validator.js'

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024
const MAX_ID_BYTES = 700

export interface StoredDocument {
  document: Document
  bytes: Buffer
}

interface KeyChanges {
  removed: Buffer[]
  added: Buffer[]
}

export class DocumentWriter {
  private readonly counted = new Set<Collection>()
  private readonly flagged = new Set<Collection>()

  constructor(
    private readonly store: Store,
    private readonly catalog: Catalog,
    private readonly validation: Validation,
  ) {}

  /** Gives the document as stored, with an `_id`. */
  insert(collection: Collection, given: Document): Document {
    const document = withIdFirst(given, given._id === undefined ? new ObjectId() : given._id)
    const bytes = encodeChecked(document)
    this.validate(collection, { after: document })
    const id = idKey(document._id)
    const key = documentKey(collection, id)
    if (this.store.get(key)) throw duplicateKey(collection, idIndexOf(collection), document)
    const changes = this.keyChanges(collection, id, { after: document })
    this.store.put(key, bytes)
    this.apply(changes, id)
    this.count(collection, 1)
    return document
  }

  /** Replaces a document by a version with the same `_id`; false when nothing changes. */
  replace(collection: Collection, before: StoredDocument, after: Document): boolean {
    const bytes = encodeChecked(after)
    if (bytes.equals(before.bytes)) return false
    this.validate(collection, { before: before.document, after })
    const id = idKey(after._id)
    const changes = this.keyChanges(collection, id, { before: before.document, after })
    this.store.put(documentKey(collection, id), bytes)
    this.apply(changes, id)
    return true
  }

  remove(collection: Collection, document: Document): void {
    const id = idKey(document._id)
    const changes = this.keyChanges(collection, id, { before: document })
    this.store.remove(documentKey(collection, id))
    this.apply(changes, id)
    this.count(collection, -1)
  }

  /** Fills a new index from the documents there are; duplicates are found before anything is written. */
  build(collection: Collection, index: Index): void {
    const entries: { key: Buffer; id: Buffer }[] = []
    const owners = new Map<string, Buffer>()
    for (const { key, value } of this.store.entries(rangeOf(collection.prefix))) {
      const id = key.subarray(collection.prefix.length)
      const document = decode(value)
      for (const fields of this.flaggedKeys(collection, index, document)) {
        const text = index.unique ? fields.toString('latin1') : ''
        if (index.unique && owners.has(text)) throw duplicateKey(collection, index, document)
        if (index.unique) owners.set(text, id)
        entries.push({ key: entryKey(index, fields, id), id })
      }
    }
    for (const { key, id } of entries) this.store.put(key, id)
    this.flagged.add(collection)
  }

  finish(): void {
    for (const collection of this.counted)
      if (this.catalog.has(collection)) this.catalog.saveCount(collection)
    for (const collection of this.flagged) if (this.catalog.has(collection)) this.catalog.save(collection)
  }

  private validate({ validator }: Collection, versions: DocumentVersions): void {
    if (this.validation === 'enforced') validator?.check(versions)
  }

  private keyChanges(
    collection: Collection,
    id: Buffer,
    { before, after }: { before?: Document; after?: Document },
  ): KeyChanges {
    const changes: KeyChanges = { removed: [], added: [] }
    for (const index of collection.indexes) {
      if (index.name === ID_INDEX) continue
      const old = before ? indexKeysOf(index, before).keys : []
      const current = after ? this.flaggedKeys(collection, index, after) : []
      for (const key of difference(old, current)) changes.removed.push(entryKey(index, key, id))
      for (const key of difference(current, old)) {
        const entry = entryKey(index, key, id)
        if (index.unique && after && this.ownedByAnother(entry, id))
          throw duplicateKey(collection, index, after)
        changes.added.push(entry)
      }
    }
    return changes
  }

  private ownedByAnother(entry: Buffer, id: Buffer): boolean {
    const owner = this.store.get(entry)
    return owner !== undefined && !owner.equals(id)
  }

  private flaggedKeys(collection: Collection, index: Index, document: Document): Buffer[] {
    const { keys, multikey, truncated } = indexKeysOf(index, document)
    if ((multikey && !index.multikey) || (truncated && !index.truncated)) this.flagged.add(collection)
    index.multikey ||= multikey
    index.truncated ||= truncated
    return keys
  }

  private apply({ removed, added }: KeyChanges, id: Buffer): void {
    for (const key of removed) this.store.remove(key)
    for (const key of added) this.store.put(key, id)
  }

  private count(collection: Collection, difference: 1 | -1): void {
    collection.count += difference
    this.counted.add(collection)
  }
}

/** The key of an `_id`; refuses what cannot be one. */
export function idKey(id: Value): Buffer {
  if (Array.isArray(id)) refuse('InvalidOptions', "The '_id' value cannot be of type array")
  if (id instanceof BSONRegExp) refuse('InvalidOptions', "The '_id' value cannot be of type regex")
  if (id === undefined) refuse('InvalidOptions', "The '_id' value cannot be of type undefined")
  const dollar = isDocument(id) ? Object.keys(id).find(name => name.startsWith('$')) : undefined
  if (dollar)
    refuse(
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`,
    )
  const key = encodeKey(id)
  if (key.length > MAX_ID_BYTES) {
    refuse(
      'BadValue',
      `_id is too large for the embedded server (${key.length} bytes, at most ${MAX_ID_BYTES})`,
    )
  }
  return key
}

export const documentKey = (collection: Collection, id: Buffer): Buffer =>
  Buffer.concat([collection.prefix, id])

const entryKey = (index: Index, fields: Buffer, id: Buffer): Buffer =>
  Buffer.concat(index.unique ? [index.prefix, fields] : [index.prefix, fields, id])

function encodeChecked(document: Document): Buffer {
  assertDepth(document)
  const bytes = encode(document)
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    refuse(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`,
    )
  }
  return bytes
}

function idIndexOf(collection: Collection): Index {
  const index = collection.indexes.find(({ name }) => name === ID_INDEX)
  if (!index) throw new Error(`${collection.namespace} has no index on _id`)
  return index
}

/** Keys of `keys` that are not among `others`; lists are short, mostly one key. */
const difference = (keys: Buffer[], others: Buffer[]): Buffer[] => {
  if (others.length === 0) return keys
  const known = new Set(others.map(key => key.toString('latin1')))
  return keys.filter(key => !known.has(key.toString('latin1')))
}
