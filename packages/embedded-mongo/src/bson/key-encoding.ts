/**
 * Values as bytes whose order under memcmp is MongoDB's order of the values: `compare(encode(a), encode(b))` has the sign of
 * `compareValues(a, b)`. No encoding is a prefix of another one, so encoded fields can be laid side by side.
 *
 *   value    := kind byte, payload            a descending field has every byte inverted
 *   number   := 8 bytes of the nearest double (sign bit flipped, or all bits if negative),
 *               7f | 80 | 81: the exact value is below, equal to or above that double, then the exact difference unless equal
 *   string   := UTF-8 with 00 → 00 ff, ended by 00 00
 *   document := (kind byte, name, payload)* 00
 *   array    := value* 00
 */
import { Binary, BSONRegExp, Code, Decimal128, Double, Long, ObjectId, Timestamp } from 'bson'
import type { Fold } from './collation.js'
import { binaryBytes } from './compare.js'
import { compareNumbers, exactDifference, toNumber } from './numbers.js'
import {
  type BsonNumber,
  type Document,
  isDocument,
  isNumber,
  isText,
  kindOf,
  textOf,
  type Value,
} from './value.js'

const OFFSET_63 = 1n << 63n

export function encodeKey(value: Value, fold?: Fold): Buffer {
  const writer = new KeyWriter(fold)
  writer.value(value)
  return writer.done()
}

/** The bytes of a descending field: order reversed. */
export function inverted(bytes: Uint8Array): Buffer {
  const result = Buffer.allocUnsafe(bytes.length)
  for (let i = 0; i < bytes.length; i++) result[i] = ~(bytes[i] ?? 0) & 0xff
  return result
}

/** The smallest byte string above every string that starts with `prefix`; undefined when there is none. */
export function prefixEnd(prefix: Uint8Array): Buffer | undefined {
  for (let i = prefix.length - 1; i >= 0; i--) {
    const byte = prefix[i] ?? 0xff
    if (byte === 0xff) continue
    const end = Buffer.from(prefix.subarray(0, i + 1))
    end[i] = byte + 1
    return end
  }
  return undefined
}

class KeyWriter {
  private buffer = Buffer.allocUnsafe(128)
  private length = 0

  constructor(private readonly fold: Fold) {}

  done(): Buffer {
    return Buffer.from(this.buffer.subarray(0, this.length))
  }

  value(value: Value): void {
    this.byte(kindOf(value))
    this.payload(value)
  }

  private payload(value: Value): void {
    if (isText(value)) this.text(this.fold ? this.fold(textOf(value)) : textOf(value))
    else if (isNumber(value)) this.number(value)
    else if (Array.isArray(value)) this.array(value)
    else if (isDocument(value)) this.document(value)
    else this.leaf(value)
  }

  private leaf(value: Exclude<Value, Document | Value[] | BsonNumber>): void {
    if (value instanceof ObjectId) this.bytes(value.id)
    else if (value instanceof Date) this.signed(BigInt(Number.isNaN(value.getTime()) ? 0 : value.getTime()))
    else if (typeof value === 'boolean') this.byte(value ? 1 : 0)
    else if (value instanceof Binary) this.binary(value)
    else if (value instanceof Timestamp) this.unsigned(BigInt.asUintN(64, value.toBigInt()))
    else if (value instanceof BSONRegExp) this.texts(value.pattern, value.options)
    else if (value instanceof Code) this.texts(value.code)
  }

  private document(document: Document): void {
    for (const name of Object.keys(document)) {
      this.byte(kindOf(document[name]))
      this.text(name)
      this.payload(document[name])
    }
    this.byte(0)
  }

  private array(elements: Value[]): void {
    for (const element of elements) this.value(element)
    this.byte(0)
  }

  private number(value: BsonNumber): void {
    const nearest = toNumber(value)
    this.double(nearest)
    const order =
      value instanceof Long || value instanceof Decimal128 ? compareNumbers(value, new Double(nearest)) : 0
    this.byte(0x80 + order)
    if (order) this.exactTail(value, nearest)
  }

  /** How far a long or decimal lies from its nearest double: exponent, then digits; inverted when negative. */
  private exactTail(value: BsonNumber, nearest: number): void {
    const { coefficient, exponent } = exactDifference(value, nearest)
    const digits = String(coefficient < 0n ? -coefficient : coefficient)
    const head = Buffer.allocUnsafe(2)
    head.writeUInt16BE(exponent + digits.length + 0x8000)
    const tail = Buffer.concat([head, Buffer.from(digits.replace(/0+$/, '')), Buffer.of(0)])
    this.bytes(coefficient < 0n ? inverted(tail) : tail)
  }

  /** NaN becomes all zeros, below negative infinity. */
  private double(number: number): void {
    this.reserve(8)
    if (Number.isNaN(number)) {
      this.buffer.fill(0, this.length, this.length + 8)
    } else {
      this.buffer.writeDoubleBE(number === 0 ? 0 : number, this.length)
      const first = this.buffer[this.length] ?? 0
      if (first & 0x80)
        this.buffer.set(inverted(this.buffer.subarray(this.length, this.length + 8)), this.length)
      else this.buffer[this.length] = first | 0x80
    }
    this.length += 8
  }

  private signed(number: bigint): void {
    this.unsigned(BigInt.asUintN(64, number + OFFSET_63))
  }

  private unsigned(number: bigint): void {
    this.reserve(8)
    this.length = this.buffer.writeBigUInt64BE(number, this.length)
  }

  private binary(value: Binary): void {
    this.reserve(4)
    this.length = this.buffer.writeUInt32BE(value.position, this.length)
    this.byte(value.sub_type)
    this.bytes(binaryBytes(value))
  }

  private texts(...texts: string[]): void {
    for (const text of texts) this.text(text)
  }

  private text(text: string): void {
    const bytes = Buffer.from(text, 'utf8')
    if (!bytes.includes(0)) this.bytes(bytes)
    else for (const byte of bytes) this.bytes(byte === 0 ? ESCAPED_ZERO : Buffer.of(byte))
    this.bytes(END_OF_TEXT)
  }

  private byte(byte: number): void {
    this.reserve(1)
    this.buffer[this.length++] = byte
  }

  private bytes(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.buffer.set(bytes, this.length)
    this.length += bytes.length
  }

  private reserve(count: number): void {
    if (this.length + count <= this.buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + count))
    this.buffer.copy(larger, 0, 0, this.length)
    this.buffer = larger
  }
}

const ESCAPED_ZERO = Buffer.of(0, 0xff)
const END_OF_TEXT = Buffer.of(0, 0)
