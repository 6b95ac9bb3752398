/** Bytes to values and back. The only file that calls the BSON library's serializer. */
import { DBRef, deserialize, serialize } from 'bson'
import { refuse } from '../mongo-error.js'
import { type Document, isDocument, setField, type Value } from './value.js'

/** MongoDB's own limit on nesting in a stored document. */
const MAX_DEPTH = 180
const DBREF_MARK = Buffer.from('$ref\0')
const OPTIONS = {
  promoteValues: false,
  promoteBuffers: false,
  promoteLongs: false,
  bsonRegExp: true,
} as const

/** Decodes one document; throws a `BSONError` on malformed bytes. */
export function decode(bytes: Uint8Array): Document {
  // The library types its result as `any`; with the options above it holds exactly the members of `Value` and DBRefs.
  const document: Document = deserialize(bytes, OPTIONS)
  return viewOf(bytes).includes(DBREF_MARK) ? flattenFields(document) : document
}

export function encode(document: Document): Buffer {
  return viewOf(serialize(document, { ignoreUndefined: false }))
}

export function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Refuses values nested deeper than MongoDB stores, long before recursion could exhaust the stack. */
export function assertDepth(value: Value, depth = 0): void {
  if (Array.isArray(value)) {
    if (depth > MAX_DEPTH) refuseDepth()
    for (const element of value) assertDepth(element, depth + 1)
  } else if (isDocument(value)) {
    if (depth > MAX_DEPTH) refuseDepth()
    for (const name of Object.keys(value)) assertDepth(value[name], depth + 1)
  }
}

const refuseDepth = () => refuse('Overflow', `Exceeded depth limit of ${MAX_DEPTH} for BSON objects`)

/** The library turns `{$ref, $id}` into a DBRef; here it is a document like any other. */
function flatten(value: Value | DBRef): Value {
  if (value instanceof DBRef) return flattenDbRef(value)
  if (Array.isArray(value)) return value.map(flatten)
  return isDocument(value) ? flattenFields(value) : value
}

function flattenFields(document: Document): Document {
  const flat: Document = {}
  for (const name of Object.keys(document)) setField(flat, name, flatten(document[name]))
  return flat
}

function flattenDbRef(reference: DBRef): Document {
  const flat: Document = { $ref: reference.collection, $id: reference.oid }
  if (reference.db !== undefined && reference.db !== '') flat.$db = reference.db
  return Object.assign(flat, flattenFields(reference.fields))
}
