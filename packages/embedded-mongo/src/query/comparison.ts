/** `$gt`, `$gte`, `$lt`, `$lte`: only values of the argument's own kind compare, and NaN only with itself. */
import { type Collation, compareValues } from '../bson/compare.js'
import { numberOr } from '../bson/numbers.js'
import { isNullish, KIND, kindOf, type Value } from '../bson/value.js'

export type ComparisonOperator = '$gt' | '$gte' | '$lt' | '$lte'

const ACCEPTS: Record<ComparisonOperator, (order: number) => boolean> = {
  $gt: order => order > 0,
  $gte: order => order >= 0,
  $lt: order => order < 0,
  $lte: order => order <= 0,
}

export function comparisonTest(
  operator: ComparisonOperator,
  argument: Value,
  collation: Collation,
): (value: Value) => boolean {
  const kind = kindOf(argument)
  const accepts = ACCEPTS[operator]
  const inclusive = accepts(0)
  if (isNullish(argument)) return value => inclusive && isNullish(value)
  if (kind === KIND.minKey || kind === KIND.maxKey) {
    return value => value !== undefined && accepts(compareValues(value, argument))
  }
  if (kind === KIND.number && Number.isNaN(numberOr(argument, 0)))
    return value => inclusive && isNaNValue(value)
  return value =>
    kindOf(value) === kind && !isNaNValue(value) && accepts(compareValues(value, argument, collation))
}

const isNaNValue = (value: Value): boolean =>
  kindOf(value) === KIND.number && Number.isNaN(numberOr(value, 0))
