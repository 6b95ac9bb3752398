/** Values that are hard on order: ties between number types, strings with zeros and surrogates, nested arrays. */
import {
  Binary,
  BSONRegExp,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'
import { type Document, setField, type Value } from '../bson/value.js'
import type { Random } from './random.js'

const DOUBLES = [
  0,
  -0,
  1,
  -1,
  2,
  1.5,
  0.1,
  -0.1,
  1e308,
  -1e308,
  Number.NaN,
  Infinity,
  -Infinity,
  2 ** 53,
  2 ** 53 + 2,
  2 ** 63,
  -(2 ** 63),
  5e-324,
]
const LONGS = [
  '9007199254740993',
  '9007199254740992',
  '-9007199254740993',
  '9223372036854775807',
  '-9223372036854775808',
  '3',
]
const DECIMALS = [
  '0.1',
  '1.5',
  '2',
  '2.0',
  '1E400',
  '-1E400',
  '1E-400',
  '9007199254740993',
  '9007199254740992.5',
  '9007199254740993.5',
  'NaN',
  'Infinity',
  '-Infinity',
  '0.10000000000000000001',
  '0.1000000000000000055511151231257827',
]
const TEXTS = ['', 'a', 'ab', 'a\0', 'a\0b', 'b', 'é', '\uffff', '😀', 'A']

export function randomScalar(random: Random): Value {
  return random.oneOf<Value>(
    () => new Double(random.pick(DOUBLES)),
    () => new Int32(random.below(5) - 2),
    () => Long.fromString(random.pick(LONGS)),
    () => Decimal128.fromString(random.pick(DECIMALS)),
    () => random.pick(TEXTS),
    () => null,
    () => random.chance(0.5),
    () => new Date(random.below(5) - 2),
    () => ObjectId.createFromTime(random.below(3)),
    () => new Binary(Buffer.from([random.below(3), 255]).subarray(0, random.below(3)), random.pick([0, 4])),
    () => new Timestamp({ t: random.below(3), i: random.below(3) }),
    () => new BSONRegExp(random.pick(['a', 'b']), random.pick(['', 'i'])),
    () => new MinKey(),
    () => new MaxKey(),
  )
}

export function randomValue(random: Random, depth = 2): Value {
  if (depth > 0 && random.chance(0.12))
    return random.list(random.below(4), () => randomValue(random, depth - 1))
  if (depth === 0 || !random.chance(0.14)) return randomScalar(random)
  const document: Document = {}
  for (let i = random.below(3); i > 0; i--)
    setField(document, random.pick(['a', 'b', 'cé']), randomValue(random, depth - 1))
  return document
}
