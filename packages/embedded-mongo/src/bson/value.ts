/**
 * The value model. Documents are decoded with full type fidelity, so an Int32 stays apart from a Double and a Long, and
 * every value is one of the types below. MongoDB orders values of different types by their kind; the numbers in `KIND`
 * are that order and also the first byte of an encoded index key (`key-encoding.ts`), so they must never change.
 */
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  UUID,
} from 'bson'

export type BsonNumber = Int32 | Double | Long | Decimal128
export type Text = string | BSONSymbol
export type Value =
  | null
  | undefined
  | boolean
  | Text
  | BsonNumber
  | Date
  | Binary
  | ObjectId
  | Timestamp
  | BSONRegExp
  | Code
  | MinKey
  | MaxKey
  | Value[]
  | Document

export interface Document {
  [field: string]: Value
}

export const KIND = {
  minKey: 0x05,
  missing: 0x08,
  null: 0x0a,
  number: 0x10,
  string: 0x18,
  object: 0x20,
  array: 0x28,
  binary: 0x30,
  objectId: 0x38,
  boolean: 0x40,
  date: 0x48,
  timestamp: 0x4a,
  regex: 0x50,
  code: 0x60,
  maxKey: 0xf0,
} as const
export type Kind = (typeof KIND)[keyof typeof KIND]

/** By prototype, not by `_bsontype` or `constructor`: those may be ordinary field names in a stored document. */
const KIND_OF_PROTOTYPE = new Map<unknown, Kind>([
  [Object.prototype, KIND.object],
  [Array.prototype, KIND.array],
  [Int32.prototype, KIND.number],
  [Double.prototype, KIND.number],
  [Long.prototype, KIND.number],
  [Decimal128.prototype, KIND.number],
  [ObjectId.prototype, KIND.objectId],
  [Date.prototype, KIND.date],
  [Binary.prototype, KIND.binary],
  [UUID.prototype, KIND.binary],
  [Timestamp.prototype, KIND.timestamp],
  [BSONRegExp.prototype, KIND.regex],
  [BSONSymbol.prototype, KIND.string],
  [Code.prototype, KIND.code],
  [MinKey.prototype, KIND.minKey],
  [MaxKey.prototype, KIND.maxKey],
])

export function kindOf(value: Value): Kind {
  switch (typeof value) {
    case 'string':
      return KIND.string
    case 'boolean':
      return KIND.boolean
    case 'undefined':
      return KIND.missing
  }
  if (value === null) return KIND.null
  return KIND_OF_PROTOTYPE.get(Object.getPrototypeOf(value)) ?? prototypeless(value)
}

/** A subclass (mingo's keyed binaries) or an object without a prototype. */
function prototypeless(value: object): Kind {
  return value instanceof Binary ? KIND.binary : KIND.object
}

export const isDocument = (value: Value): value is Document => kindOf(value) === KIND.object
export const isNumber = (value: Value): value is BsonNumber => kindOf(value) === KIND.number
export const isText = (value: Value): value is Text =>
  typeof value === 'string' || value instanceof BSONSymbol
export const isNullish = (value: Value): value is null | undefined => value === null || value === undefined
export const textOf = (value: Text): string => (typeof value === 'string' ? value : value.value)

/** Reads a field, never something inherited such as `constructor`. */
export function fieldOf(document: Document, name: string): Value {
  return Object.hasOwn(document, name) ? document[name] : undefined
}

/** Writes a field; `__proto__` becomes an ordinary one. */
export function setField(document: Document, name: string, value: Value): void {
  if (name !== '__proto__') {
    document[name] = value
    return
  }
  Object.defineProperty(document, name, { value, writable: true, enumerable: true, configurable: true })
}

/** A copy that may be changed; leaves (ObjectId, Date, Int32 …) are never changed in place and are shared. */
export function cloneValue(value: Value): Value {
  if (Array.isArray(value)) return value.map(cloneValue)
  return isDocument(value) ? cloneDocument(value) : value
}

export function cloneDocument(document: Document): Document {
  const copy: Document = {}
  for (const name of Object.keys(document)) setField(copy, name, cloneValue(document[name]))
  return copy
}

/** `document` with `_id` as its first field, as MongoDB stores it. */
export function withIdFirst(document: Document, id: Value): Document {
  const ordered: Document = { _id: id }
  for (const name of Object.keys(document)) if (name !== '_id') setField(ordered, name, document[name])
  return ordered
}
