/** The numbers and names of BSON types, as `$type` and error messages use them. */
import { BSONSymbol, Decimal128, Int32, Long } from 'bson'
import { toNumber } from './numbers.js'
import { isNumber, isText, KIND, kindOf, textOf, type Value } from './value.js'

const TYPE_CODE = new Map<string, number>([
  ['double', 1],
  ['string', 2],
  ['object', 3],
  ['array', 4],
  ['binData', 5],
  ['undefined', 6],
  ['objectId', 7],
  ['bool', 8],
  ['date', 9],
  ['null', 10],
  ['regex', 11],
  ['dbPointer', 12],
  ['javascript', 13],
  ['symbol', 14],
  ['javascriptWithScope', 15],
  ['int', 16],
  ['timestamp', 17],
  ['long', 18],
  ['decimal', 19],
  ['minKey', -1],
  ['maxKey', 127],
])
const TYPE_NAME = new Map([...TYPE_CODE].map(([name, code]) => [code, name]))

/** The alias `number` means all four numeric types. */
export const ANY_NUMBER = -2

const CODE_OF_KIND = new Map<number, number>([
  [KIND.object, 3],
  [KIND.array, 4],
  [KIND.binary, 5],
  [KIND.missing, 6],
  [KIND.objectId, 7],
  [KIND.boolean, 8],
  [KIND.date, 9],
  [KIND.null, 10],
  [KIND.regex, 11],
  [KIND.code, 13],
  [KIND.timestamp, 17],
  [KIND.minKey, -1],
  [KIND.maxKey, 127],
])

export function typeCode(value: Value): number {
  if (typeof value === 'string') return 2
  if (value instanceof BSONSymbol) return 14
  if (isNumber(value)) {
    if (value instanceof Int32) return 16
    if (value instanceof Long) return 18
    return value instanceof Decimal128 ? 19 : 1
  }
  return CODE_OF_KIND.get(kindOf(value)) ?? 6
}

export const typeName = (value: Value): string =>
  value === undefined ? 'missing' : (TYPE_NAME.get(typeCode(value)) ?? 'unknown')

/** What `$type` names, by alias or number; undefined when it names nothing. */
export function parseTypeAlias(alias: Value): number | undefined {
  if (isText(alias)) return textOf(alias) === 'number' ? ANY_NUMBER : TYPE_CODE.get(textOf(alias))
  if (!isNumber(alias)) return undefined
  return TYPE_NAME.has(toNumber(alias)) ? toNumber(alias) : undefined
}
