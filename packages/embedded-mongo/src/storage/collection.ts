/** Collections and indexes as the engine knows them, and their names. */
import type { Binary } from 'bson'
import type { Fold } from '../bson/collation.js'
import type { Document } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import type { Predicate } from '../query/filter.js'
import type { Validator } from './validator.js'

export interface IndexField {
  name: string
  path: string[]
  descending: boolean
}

export interface Index {
  id: number
  name: string
  /** What `listIndexes` shows. */
  specification: Document
  /** The key pattern, such as `{documentId: 1, seq: -1}`. */
  key: Document
  fields: IndexField[]
  unique: boolean
  sparse: boolean
  hidden: boolean
  partial: { filter: Document; matches: Predicate } | undefined
  /** Seconds after the indexed date at which a document expires. */
  expireAfterSeconds: number | undefined
  collation: Document | undefined
  fold: Fold
  /** Some document has an array on an indexed path. Never cleared. */
  multikey: boolean
  /** Some key was too long and is cut, so that keys no longer have the order of values. Never cleared. */
  truncated: boolean
  /** What all keys of this index start with. */
  prefix: Buffer
}

export interface Collection {
  id: number
  database: string
  name: string
  namespace: string
  uuid: Binary
  /** What `listCollections` shows, see `collection-options.ts`. */
  options: Document
  /** Made from the options. */
  validator: Validator | undefined
  /** The index on `_id`, which has no keys of its own: documents are stored in its order. */
  indexes: Index[]
  count: number
  /** What all document keys of this collection start with. */
  prefix: Buffer
}

export const ID_INDEX = '_id_'

export function assertNamespace(database: string, name: string): void {
  if (!database || /[/\\. "$\0]/.test(database))
    refuse('InvalidNamespace', `Invalid database name: '${database}'`)
  if (!name || /[\0$]|^\.|\.$/.test(name)) refuse('InvalidNamespace', `Invalid collection name: ${name}`)
  if (Buffer.byteLength(`${database}.${name}`) > 255) {
    refuse('InvalidNamespace', 'Fully qualified namespace is too long')
  }
}

export function splitNamespace(namespace: string): [database: string, name: string] {
  const dot = namespace.indexOf('.')
  return [namespace.slice(0, dot), namespace.slice(dot + 1)]
}
