/**
 * Numbers of four types compared and added as MongoDB does: by exact value across types, with int32 → int64 → double →
 * decimal promotion. Doubles decide almost always; only a tie between a double and a wider type needs exact integers.
 */
import { Decimal128, Double, Int32, Long } from 'bson'
import type { BsonNumber, Value } from './value.js'
import { isNumber } from './value.js'

/** coefficient · 10^exponent */
export interface Decimal {
  coefficient: bigint
  exponent: number
}

const MIN_LONG = -(1n << 63n)
const MAX_LONG = (1n << 63n) - 1n

export function toNumber(value: BsonNumber): number {
  if (value instanceof Int32 || value instanceof Double) return value.value
  return value instanceof Long ? value.toNumber() : Number(value.toString())
}

/** The number in `value`, or NaN when it is not one. */
export const numberOr = (value: Value, fallback: number): number =>
  isNumber(value) ? toNumber(value) : fallback

/** The BSON type the driver itself would choose for a JavaScript number. */
export function fromNumber(number: number): Int32 | Double {
  const small = Number.isInteger(number) && Math.abs(number) < 2 ** 31 && !Object.is(number, -0)
  return small ? new Int32(number) : new Double(number)
}

/** NaN sorts before every other number and equals itself. */
export function compareNumbers(a: BsonNumber, b: BsonNumber): number {
  const x = toNumber(a)
  const y = toNumber(b)
  if (x < y) return -1
  if (x > y) return 1
  if (x !== y) return Number.isNaN(x) ? (Number.isNaN(y) ? 0 : -1) : 1
  return Number.isFinite(x) && (isWide(a) || isWide(b)) ? compareExactly(a, b) : compareInfinite(a, b)
}

const isWide = (value: BsonNumber) => value instanceof Long || value instanceof Decimal128

/** Decimals beyond the range of a double look infinite to it. */
function compareInfinite(a: BsonNumber, b: BsonNumber): number {
  const infinite = (value: BsonNumber) =>
    !(value instanceof Decimal128) || value.toString().includes('Infinity')
  if (Number.isFinite(toNumber(a)) || (infinite(a) && infinite(b))) return 0
  if (infinite(a)) return Math.sign(toNumber(a))
  return infinite(b) ? -Math.sign(toNumber(b)) : compareExactly(a, b)
}

function compareExactly(a: BsonNumber, b: BsonNumber): number {
  const [x, y] = aligned(exact(a), exact(b))
  return x < y ? -1 : x > y ? 1 : 0
}

/** `value` − `from`, exactly; the value itself when `from` is infinite. */
export function exactDifference(value: BsonNumber, from: number): Decimal {
  if (!Number.isFinite(from)) return exact(value)
  const [x, y, exponent] = aligned(exact(value), exactDouble(from))
  return { coefficient: x - y, exponent }
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent)
  const scale = (value: Decimal) => value.coefficient * 10n ** BigInt(value.exponent - exponent)
  return [scale(a), scale(b), exponent]
}

function exact(value: BsonNumber): Decimal {
  if (value instanceof Long) return { coefficient: value.toBigInt(), exponent: 0 }
  return value instanceof Decimal128 ? parseDecimal(value.toString()) : exactDouble(value.value)
}

function parseDecimal(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/i.exec(text)
  if (!match) return { coefficient: 0n, exponent: 0 }
  const [, sign, whole = '0', fraction = '', exponent = '0'] = match
  const coefficient = BigInt(whole + fraction)
  return { coefficient: sign ? -coefficient : coefficient, exponent: Number(exponent) - fraction.length }
}

/** Every finite double is mantissa · 2^k, and for negative k that is mantissa · 5^-k · 10^k. */
function exactDouble(number: number): Decimal {
  if (Number.isInteger(number)) return { coefficient: BigInt(number), exponent: 0 }
  const bits = Buffer.alloc(8)
  bits.writeDoubleBE(Math.abs(number))
  const word = bits.readBigUInt64BE()
  const exponentBits = Number(word >> 52n)
  const mantissa = (word & 0xfffffffffffffn) | (exponentBits ? 1n << 52n : 0n)
  const power = (exponentBits || 1) - 1075
  const coefficient = mantissa * 5n ** BigInt(-power)
  return { coefficient: number < 0 ? -coefficient : coefficient, exponent: power }
}

export type Arithmetic = 'add' | 'multiply'

/** Undefined when the result overflows a 64-bit integer. */
export function calculate(operation: Arithmetic, a: BsonNumber, b: BsonNumber): BsonNumber | undefined {
  if (a instanceof Decimal128 || b instanceof Decimal128) return calculateDecimal(operation, a, b)
  if (a instanceof Double || b instanceof Double) return new Double(asDoubles(operation, a, b))
  const [x, y] = [toBigInt(a), toBigInt(b)]
  return toInteger(operation === 'add' ? x + y : x * y, a instanceof Long || b instanceof Long)
}

export const toBigInt = (value: BsonNumber): bigint =>
  value instanceof Long ? value.toBigInt() : BigInt(Math.trunc(toNumber(value)))

const asDoubles = (operation: Arithmetic, a: BsonNumber, b: BsonNumber) =>
  operation === 'add' ? toNumber(a) + toNumber(b) : toNumber(a) * toNumber(b)

function toInteger(result: bigint, long: boolean): Int32 | Long | undefined {
  if (!long && result === BigInt.asIntN(32, result)) return new Int32(Number(result))
  return result >= MIN_LONG && result <= MAX_LONG ? Long.fromBigInt(result) : undefined
}

function calculateDecimal(operation: Arithmetic, a: BsonNumber, b: BsonNumber): Decimal128 {
  if (!isFiniteNumber(a) || !isFiniteNumber(b))
    return Decimal128.fromString(String(asDoubles(operation, a, b)))
  const [x, y] = [asDecimal(a), asDecimal(b)]
  if (operation === 'multiply') {
    return Decimal128.fromStringWithRounding(`${x.coefficient * y.coefficient}E${x.exponent + y.exponent}`)
  }
  const [left, right, exponent] = aligned(x, y)
  return Decimal128.fromStringWithRounding(`${left + right}E${exponent}`)
}

/** Undefined for no numbers; exact as soon as a decimal takes part, to the 34 digits it has. */
export function average(numbers: readonly BsonNumber[]): Double | Decimal128 | undefined {
  if (numbers.length === 0) return undefined
  const decimal = numbers.some(value => value instanceof Decimal128)
  if (!decimal) return new Double(numbers.reduce((sum, value) => sum + toNumber(value), 0) / numbers.length)
  const zero = Decimal128.fromString('0')
  const sum = numbers.reduce<Decimal128>((total, value) => calculateDecimal('add', total, value), zero)
  if (!isFiniteNumber(sum)) return sum
  const { coefficient, exponent } = asDecimal(sum)
  const digits = String((coefficient * 10n ** 40n) / BigInt(numbers.length))
  const short = digits.replace(/0{1,40}$/, '') || '0'
  return Decimal128.fromStringWithRounding(`${short}E${exponent - 40 + digits.length - short.length}`)
}

const isFiniteNumber = (value: BsonNumber): boolean =>
  value instanceof Decimal128 ? /\d/.test(value.toString()) : Number.isFinite(toNumber(value))

/** MongoDB converts a double to a decimal with 15 significant digits. */
const asDecimal = (value: BsonNumber): Decimal =>
  value instanceof Double ? parseDecimal(value.value.toPrecision(15).toUpperCase()) : exact(value)
