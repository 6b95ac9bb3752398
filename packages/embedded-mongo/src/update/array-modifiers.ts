/** Update operators on arrays: `$push`, `$addToSet`, `$pop`, `$pull`, `$pullAll`. */
import { BSONRegExp } from 'bson'
import { compareValues, equalValues } from '../bson/compare.js'
import { numberOr } from '../bson/numbers.js'
import { typeName } from '../bson/type-names.js'
import { cloneValue, type Document, isDocument, isText, textOf, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { elementTest } from '../query/field-operators.js'
import { compileFilter, type FilterOptions, isOperatorDocument } from '../query/filter.js'
import { toRegExp } from '../query/regex.js'
import { parseSort, Sorter } from '../query/sort.js'
import type { ValueTest } from '../query/value-tests.js'
import type { Modifier, ModifierRequest } from './field-modifiers.js'
import type { Slot } from './slot.js'

export function arrayModifier(request: ModifierRequest): Modifier {
  const { operator, argument, options } = request
  switch (operator) {
    case '$push':
      return pushModifier(request)
    case '$addToSet':
      return addToSetModifier(request)
    case '$pop':
      return popModifier(request)
    case '$pull':
      return pullModifier(operator, pullTest(argument, options))
    case '$pullAll':
      if (!Array.isArray(argument)) {
        refuse('BadValue', `$pullAll requires an array argument but was given a ${typeName(argument)}`)
      }
      return pullModifier(operator, value => argument.some(member => equalValues(member, value)))
    default:
      return refuse(
        'FailedToParse',
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      )
  }
}

/** The array in a slot, a new one where there is nothing. */
function arrayIn(slot: Slot, { operator, path }: ModifierRequest): Value[] {
  const current = slot.value
  if (current === undefined) return []
  if (Array.isArray(current)) return current
  if (operator === '$addToSet') {
    refuse(
      'BadValue',
      `Cannot apply $addToSet to non-array field. Field named '${slot.name}' has non-array type ${typeName(current)}`,
    )
  }
  return refuse(
    'BadValue',
    `The field '${path}' must be an array but is of type ${typeName(current)} in document`,
  )
}

/** The members of `{$each: […]}`, or the argument itself as the only one. */
function eachOf(operator: string, argument: Value): Value[] {
  if (!isDocument(argument) || argument.$each === undefined) return [argument]
  const { $each } = argument
  if (Array.isArray($each)) return $each
  return refuse(
    'BadValue',
    `The argument to $each in ${operator} must be an array but it was of type: ${typeName($each)}`,
  )
}

function addToSetModifier(request: ModifierRequest): Modifier {
  const members = eachOf('$addToSet', request.argument)
  return slot => {
    const array = arrayIn(slot, request)
    for (const member of members) {
      if (!array.some(element => equalValues(element, member, request.options.collation)))
        array.push(cloneValue(member))
    }
    slot.value = array
  }
}

function popModifier({ path, argument }: ModifierRequest): Modifier {
  const end = numberOr(argument, 0)
  if (end !== 1 && end !== -1) refuse('FailedToParse', `$pop expects 1 or -1, found: ${String(argument)}`)
  return slot => {
    const array = slot.value
    if (array === undefined) return
    if (!Array.isArray(array)) {
      refuse('TypeMismatch', `Path '${path}' contains an element of non-array type '${typeName(array)}'`)
    }
    slot.value = end === 1 ? array.slice(0, -1) : array.slice(1)
  }
}

function pullTest(argument: Value, options: FilterOptions): ValueTest {
  if (argument instanceof BSONRegExp) {
    const regex = toRegExp(argument)
    return value => isText(value) && regex.test(textOf(value))
  }
  if (isOperatorDocument(argument)) return elementTest(argument, options)
  if (!isDocument(argument)) return value => equalValues(value, argument, options.collation)
  const matches = compileFilter(argument, options)
  return value => isDocument(value) && matches(value)
}

function pullModifier(operator: string, test: ValueTest): Modifier {
  return slot => {
    const array = slot.value
    if (array === undefined) return
    if (!Array.isArray(array)) refuse('BadValue', `Cannot apply ${operator} to a non-array value`)
    slot.value = array.filter(element => !test(element))
  }
}

const PUSH_CLAUSES = new Set(['$each', '$slice', '$sort', '$position'])

function pushModifier(request: ModifierRequest): Modifier {
  const members = eachOf('$push', request.argument)
  const clauses: Document =
    isDocument(request.argument) && request.argument.$each !== undefined ? request.argument : {}
  const unknown = Object.keys(clauses).find(name => !PUSH_CLAUSES.has(name))
  if (unknown) refuse('BadValue', `Unrecognized clause in $push: ${unknown}`)
  assertPushClauses(clauses)
  return slot => {
    const array = [...arrayIn(slot, request)]
    const position = numberOr(clauses.$position, array.length)
    // A negative position counts from the end, as in `splice`.
    array.splice(Math.trunc(position), 0, ...members.map(cloneValue))
    slot.value = slice(sorted(array, clauses.$sort), clauses.$slice)
  }
}

/** A clause that says nothing must not pass for one that says 0: that would empty the array. */
function assertPushClauses({ $position: position, $slice: count, $sort: sort }: Document): void {
  for (const [name, value] of Object.entries({ $position: position, $slice: count })) {
    if (value !== undefined && !Number.isInteger(numberOr(value, Number.NaN)))
      refuse(
        'BadValue',
        `The value for ${name} must be an integer value but was given type: ${typeName(value)}`,
      )
  }
  const directions = isDocument(sort) ? Object.values(sort) : [sort]
  const isValid = directions.length > 0 && directions.every(value => Math.abs(numberOr(value, 0)) === 1)
  if (sort !== undefined && !isValid) {
    refuse(
      'BadValue',
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    )
  }
}

function sorted(array: Value[], sort: Value): Value[] {
  if (sort === undefined) return array
  if (!isDocument(sort)) {
    const direction = numberOr(sort, 1)
    return array.sort((a, b) => compareValues(a, b) * direction)
  }
  return new Sorter(parseSort(sort), undefined).sort(array)
}

function slice(array: Value[], count: Value): Value[] {
  if (count === undefined) return array
  const number = Math.trunc(numberOr(count, 0))
  return number >= 0 ? array.slice(0, number) : array.slice(number)
}
