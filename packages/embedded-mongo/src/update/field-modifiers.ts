/** Update operators on single values: `$set`, `$inc`, `$min`, `$currentDate`, `$bit` and their kin. */
import { Int32, Long, type Timestamp } from 'bson'
import { type Collation, compareValues } from '../bson/compare.js'
import { type Arithmetic, calculate, numberOr, toBigInt } from '../bson/numbers.js'
import { typeName } from '../bson/type-names.js'
import { cloneValue, isDocument, isNumber, isText, textOf, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import type { FilterOptions } from '../query/filter.js'
import { arrayModifier } from './array-modifiers.js'
import type { Slot } from './slot.js'

/** The moment of the update. */
export interface UpdateMoment {
  date: Date
  timestamp: Timestamp
}
export type Modifier = (slot: Slot, moment: UpdateMoment) => void

export interface ModifierRequest {
  operator: string
  path: string
  argument: Value
  options: FilterOptions
}

export function compileModifier(request: ModifierRequest): Modifier {
  const { operator, argument, options } = request
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return slot => {
        slot.value = cloneValue(argument)
      }
    case '$unset':
      return slot => slot.remove()
    case '$inc':
      return arithmeticModifier('add', request)
    case '$mul':
      return arithmeticModifier('multiply', request)
    case '$min':
      return extremeModifier(-1, argument, options.collation)
    case '$max':
      return extremeModifier(1, argument, options.collation)
    case '$currentDate':
      return currentDate(request)
    case '$bit':
      return bitModifier(argument)
    default:
      return arrayModifier(request)
  }
}

function arithmeticModifier(operation: Arithmetic, { operator, path, argument }: ModifierRequest): Modifier {
  if (!isNumber(argument)) {
    const verb = operation === 'add' ? 'increment' : 'multiply'
    refuse('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${path}: ${String(argument)}}`)
  }
  return slot => {
    const current = slot.value ?? (slot.value === undefined ? new Int32(0) : null)
    if (!isNumber(current)) {
      refuse(
        'TypeMismatch',
        `Cannot apply ${operator} to a value of non-numeric type. {_id: ...} has the field '${path}' of non-numeric type ${typeName(current)}`,
      )
    }
    const result = calculate(operation, current, argument)
    if (!result)
      refuse(
        'BadValue',
        `Failed to apply ${operator} operations to current value (${String(current)}) for document`,
      )
    slot.value = result
  }
}

const extremeModifier =
  (sign: 1 | -1, argument: Value, collation: Collation): Modifier =>
  slot => {
    const current = slot.value
    if (current === undefined || compareValues(argument, current, collation) * sign > 0)
      slot.value = cloneValue(argument)
  }

function currentDate({ path, argument }: ModifierRequest): Modifier {
  const type = isDocument(argument) && isText(argument.$type) ? textOf(argument.$type) : argument
  if (type === 'timestamp') {
    return (slot, { timestamp }) => {
      slot.value = timestamp
    }
  }
  if (type !== 'date' && typeof type !== 'boolean') {
    refuse(
      'BadValue',
      `${path} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    )
  }
  return (slot, { date }) => {
    slot.value = date
  }
}

function bitModifier(argument: Value): Modifier {
  const steps = isDocument(argument) ? Object.entries(argument) : []
  if (steps.length === 0) {
    refuse(
      'BadValue',
      `The $bit modifier is not compatible with a ${typeName(argument)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    )
  }
  return slot => {
    const current = slot.value ?? new Int32(0)
    const operands = [current, ...steps.map(([, operand]) => operand)]
    if (!operands.every(operand => operand instanceof Int32 || operand instanceof Long)) {
      refuse('BadValue', `Cannot apply $bit to a value of non-integral type ${typeName(current)}`)
    }
    const bits = steps.reduce(
      (value, [name, operand]) => combine(name, value, bigIntOf(operand)),
      bigIntOf(current),
    )
    slot.value = operands.some(operand => operand instanceof Long)
      ? Long.fromBigInt(BigInt.asIntN(64, bits))
      : new Int32(Number(BigInt.asIntN(32, bits)))
  }
}

const bigIntOf = (value: Value): bigint => (isNumber(value) ? toBigInt(value) : BigInt(numberOr(value, 0)))

function combine(name: string, a: bigint, b: bigint): bigint {
  if (name === 'and') return a & b
  if (name === 'or') return a | b
  if (name === 'xor') return a ^ b
  return refuse('BadValue', `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
}
