/**
 * mingo computes with plain JavaScript values. On the way in, numbers a double holds exactly become `number`, binaries get a
 * `toString` that tells them apart (mingo compares class instances by it), regexes become `RegExp`. On the way out, numbers
 * become the BSON type the driver would choose, so an untouched `Double(5)` leaves a mingo stage as `Int32(5)`: equal,
 * but of another type. `restoreTypes` undoes that where the original is at hand.
 */
import { Binary, BSONRegExp, BSONSymbol, Decimal128, Double, Int32, Long } from 'bson'
import { binaryBytes } from '../bson/compare.js'
import { fromNumber, toNumber } from '../bson/numbers.js'
import { type Document, isDocument, isNumber, setField, type Value } from '../bson/value.js'

class KeyedBinary extends Binary {
  override toString(): string {
    return `${this.sub_type}:${Buffer.from(binaryBytes(this)).toString('hex')}`
  }
}

export function toPlain(value: Value): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(toPlain)
  if (value instanceof Int32 || value instanceof Double) return value.value
  if (value instanceof Long) return Number.isSafeInteger(value.toNumber()) ? value.toNumber() : value
  if (value instanceof Binary) return new KeyedBinary(binaryBytes(value), value.sub_type)
  if (value instanceof BSONSymbol) return value.value
  if (value instanceof BSONRegExp) return plainRegExp(value)
  if (!isDocument(value)) return value
  const plain: Record<string, unknown> = {}
  for (const name of Object.keys(value)) definePlain(plain, name, toPlain(value[name]))
  return plain
}

/** A plain document; documents stay documents. */
export const toPlainDocument = (document: Document): Record<string, unknown> =>
  Object.fromEntries(Object.entries(document).map(([name, value]) => [name, toPlain(value)]))

function definePlain(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true })
}

function plainRegExp(regex: BSONRegExp): RegExp | BSONRegExp {
  try {
    return new RegExp(regex.pattern, regex.options.replace(/[^ims]/g, ''))
  } catch {
    return regex
  }
}

/** The border back from mingo: whatever it computed becomes a value of ours. */
export function fromPlain(plain: unknown): Value {
  switch (typeof plain) {
    case 'number':
      return fromNumber(plain)
    case 'bigint':
      return Long.fromBigInt(plain)
    case 'string':
    case 'boolean':
      return plain
    case 'object':
      return plain === null ? null : fromPlainObject(plain)
    default:
      return undefined
  }
}

function fromPlainObject(plain: object): Value {
  if (Array.isArray(plain)) return plain.map(fromPlain)
  if (plain instanceof RegExp) return new BSONRegExp(plain.source, plain.flags.replace(/[^ims]/g, ''))
  if (plain instanceof Date || plain instanceof Decimal128) return plain
  if (isBsonLeaf(plain)) return plain
  return fromPlainDocument(plain)
}

export function fromPlainDocument(plain: object): Document {
  const document: Document = {}
  for (const [name, value] of Object.entries(plain)) {
    if (value !== undefined) setField(document, name, fromPlain(value))
  }
  return document
}

/** Instances of the BSON library's classes pass through mingo unchanged. */
function isBsonLeaf(
  value: object,
): value is Exclude<Value, null | undefined | string | boolean | Value[] | Document> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype !== Object.prototype && prototype !== null
}

/** Puts back the types of values that went through mingo without being changed. */
export function restoreTypes(result: Value, original: Value): Value {
  if (isNumber(result))
    return isNumber(original) && toNumber(original) === toNumber(result) ? original : result
  if (Array.isArray(result)) {
    return Array.isArray(original) ? result.map((value, i) => restoreTypes(value, original[i])) : result
  }
  return isDocument(result) && isDocument(original) ? restoreDocumentTypes(result, original) : result
}

export function restoreDocumentTypes(result: Document, original: Document): Document {
  const restored: Document = {}
  for (const name of Object.keys(result)) setField(restored, name, restoreTypes(result[name], original[name]))
  return restored
}
