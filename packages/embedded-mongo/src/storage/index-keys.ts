/**
 * The keys one document has in one index. A field whose path crosses an array has a value for every element; fields that
 * cross the same array stay together, element by element, and two different arrays in one index are refused. An empty
 * array has one key of its own, just below null; a missing field counts as null.
 */
import { createHash } from 'node:crypto'
import { encodeKey, inverted } from '../bson/key-encoding.js'
import { type Document, fieldOf, isDocument, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { isArrayPosition } from '../query/path-walk.js'
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
  const expansion = new Expansion(index)
  expansion.from(document)
  if (index.sparse && !expansion.present) return NONE
  const keys = new Map<string, Buffer>()
  let truncated = false
  for (const row of expansion.rows) {
    const full = encodeRow(index, row)
    const key = full.length > MAX_FIELDS_BYTES ? shortened(full) : full
    truncated ||= key !== full
    keys.set(key.toString('latin1'), key)
  }
  return { keys: [...keys.values()], multikey: expansion.multikey, truncated }
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

/** How far a field's path has been followed: to its value, or to an array it must go through. */
type Progress =
  | { state: 'done'; value: Value }
  | { state: 'missing' }
  | { state: 'at-array'; array: Value[]; rest: string[] }

class Expansion {
  readonly rows: Value[][] = []
  multikey = false
  present = false

  constructor(private readonly index: Index) {}

  from(document: Document): void {
    this.expand(
      this.index.fields.map(({ path: [first = '', ...rest] }) => advance(fieldOf(document, first), rest)),
    )
  }

  private expand(fields: Progress[]): void {
    const array = this.sharedArray(fields)
    if (!array) {
      this.present ||= fields.some(field => field.state === 'done')
      this.rows.push(fields.map(field => (field.state === 'done' ? field.value : null)))
      return
    }
    this.multikey = true
    this.present = true
    if (array.length === 0) this.expand(fields.map(emptyArray))
    for (const element of array) this.expand(fields.map(field => enter(field, element)))
  }

  private sharedArray(fields: Progress[]): Value[] | undefined {
    let shared: Value[] | undefined
    for (const [i, field] of fields.entries()) {
      if (field.state !== 'at-array') continue
      if (shared && shared !== field.array) {
        refuse('CannotIndexParallelArrays', `cannot index parallel arrays [${this.index.fields[i]?.name}]`)
      }
      shared = field.array
    }
    return shared
  }
}

function advance(node: Value, path: string[]): Progress {
  const [part, ...rest] = path
  if (Array.isArray(node)) {
    if (part === undefined || !isArrayPosition(part) || Number(part) >= node.length) {
      return { state: 'at-array', array: node, rest: path }
    }
    return advance(node[Number(part)], rest)
  }
  if (part === undefined) return node === undefined ? { state: 'missing' } : { state: 'done', value: node }
  return isDocument(node) ? advance(fieldOf(node, part), rest) : { state: 'missing' }
}

/** An element is taken whole at the end of the path, even if it is an array itself. */
function enter(field: Progress, element: Value): Progress {
  if (field.state !== 'at-array') return field
  if (field.rest.length === 0) return { state: 'done', value: element }
  return isDocument(element) ? advance(element, field.rest) : { state: 'missing' }
}

function emptyArray(field: Progress): Progress {
  if (field.state !== 'at-array') return field
  return field.rest.length === 0 ? { state: 'done', value: undefined } : { state: 'missing' }
}
