/** Tests of a single value: equality, patterns, types, remainders, sizes. */
import { BSONRegExp } from 'bson'
import { type Collation, equalValues } from '../bson/compare.js'
import { numberOr } from '../bson/numbers.js'
import { ANY_NUMBER, parseTypeAlias, typeCode } from '../bson/type-names.js'
import { isNullish, isNumber, isText, kindOf, textOf, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { toRegExp } from './regex.js'

export type ValueTest = (value: Value) => boolean

export function equalityTest(expected: Value, collation: Collation): ValueTest {
  if (isNullish(expected)) return isNullish
  if (typeof expected === 'string' && !collation) {
    return value => value === expected || (isText(value) && textOf(value) === expected)
  }
  const kind = kindOf(expected)
  return value => kindOf(value) === kind && equalValues(value, expected, collation)
}

export function regexTest(pattern: Value, options?: Value): ValueTest {
  const regex = toRegExp(pattern, options)
  return value => {
    if (isText(value)) return regex.test(textOf(value))
    return value instanceof BSONRegExp && pattern instanceof BSONRegExp && equalValues(value, pattern)
  }
}

export function typeTest(argument: Value): ValueTest {
  const codes = (Array.isArray(argument) ? argument : [argument]).map(
    alias => parseTypeAlias(alias) ?? refuse('BadValue', `Unknown type name alias: ${String(alias)}`),
  )
  const wanted = new Set(codes)
  return value =>
    value !== undefined && (wanted.has(typeCode(value)) || (wanted.has(ANY_NUMBER) && isNumber(value)))
}

export function moduloTest(argument: Value): ValueTest {
  if (!Array.isArray(argument) || argument.length !== 2) {
    refuse('BadValue', 'malformed mod, needs to be an array of two numbers')
  }
  const [divisor, remainder] = argument.map(part => Math.trunc(numberOr(part, 0)))
  if (!divisor) refuse('BadValue', 'divisor cannot be 0')
  return value => {
    const number = Math.trunc(numberOr(value, Number.NaN))
    // `+ 0` turns -0 into 0.
    return Number.isFinite(number) && (number % divisor) + 0 === remainder
  }
}

export function sizeTest(argument: Value): ValueTest {
  const size = numberOr(argument, -1)
  if (!Number.isInteger(size) || size < 0) {
    refuse('BadValue', 'Failed to parse $size. Expected a non-negative integer')
  }
  return value => Array.isArray(value) && value.length === size
}
