/** MongoDB's total order over values: first by kind, then within the kind. Missing fields sort before null. */
import { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson'
import { compareNumbers } from './numbers.js'
import { type Document, isDocument, isNumber, isText, KIND, kindOf, textOf, type Value } from './value.js'

/** Compares two strings; undefined means by bytes. */
export type Collation = Intl.Collator | undefined

export function compareValues(a: Value, b: Value, collation?: Collation): number {
  const kind = kindOf(a)
  const difference = kind - kindOf(b)
  if (difference !== 0) return Math.sign(difference)
  switch (kind) {
    case KIND.string:
      return isText(a) && isText(b) ? compareText(textOf(a), textOf(b), collation) : 0
    case KIND.number:
      return isNumber(a) && isNumber(b) ? compareNumbers(a, b) : 0
    case KIND.object:
      return isDocument(a) && isDocument(b) ? compareDocuments(a, b, collation) : 0
    case KIND.array:
      return Array.isArray(a) && Array.isArray(b) ? compareArrays(a, b, collation) : 0
    default:
      return compareLeaves(a, b)
  }
}

export const equalValues = (a: Value, b: Value, collation?: Collation): boolean =>
  compareValues(a, b, collation) === 0

function compareLeaves(a: Value, b: Value): number {
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id)
  if (a instanceof Date && b instanceof Date) return Math.sign(a.getTime() - b.getTime())
  if (typeof a === 'boolean') return Number(a) - Number(b)
  if (a instanceof Binary && b instanceof Binary) return compareBinaries(a, b)
  if (a instanceof Timestamp && b instanceof Timestamp) return a.compare(b)
  if (a instanceof BSONRegExp && b instanceof BSONRegExp) {
    return compareText(a.pattern, b.pattern) || compareText(a.options, b.options)
  }
  if (a instanceof Code && b instanceof Code) return compareText(a.code, b.code)
  return 0
}

/** By length, then subtype, then bytes. */
function compareBinaries(a: Binary, b: Binary): number {
  return (
    Math.sign(a.position - b.position) ||
    Math.sign(a.sub_type - b.sub_type) ||
    Buffer.compare(binaryBytes(a), binaryBytes(b))
  )
}

export const binaryBytes = (binary: Binary): Uint8Array => binary.buffer.subarray(0, binary.position)

export function compareText(a: string, b: string, collation?: Collation): number {
  if (a === b) return 0
  if (collation) return Math.sign(collation.compare(a, b))
  return compareCodePoints(a, b)
}

/** The order of UTF-8 bytes. JavaScript compares UTF-16 units, which differs only around surrogates. */
function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    const surrogates = Number(isSurrogate(x)) - Number(isSurrogate(y))
    return surrogates || (x < y ? -1 : 1)
  }
  return Math.sign(a.length - b.length)
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff

function compareArrays(a: Value[], b: Value[], collation: Collation): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const order = compareValues(a[i], b[i], collation)
    if (order) return order
  }
  return Math.sign(a.length - b.length)
}

/** Field by field in stored order: the value's kind, then the name, then the value. */
function compareDocuments(a: Document, b: Document, collation: Collation): number {
  const left = Object.keys(a)
  const right = Object.keys(b)
  for (const [i, name] of left.entries()) {
    const other = right[i]
    if (other === undefined) return 1
    const order =
      Math.sign(kindOf(a[name]) - kindOf(b[other])) ||
      compareText(name, other) ||
      compareValues(a[name], b[other], collation)
    if (order) return order
  }
  return left.length < right.length ? -1 : 0
}
