/**
 * The border to mingo, which evaluates expressions and the stages this package leaves to it. mingo compares class instances
 * by `toString`, which is wrong for Decimal128, Long and binaries; so comparison, equality, sums, extremes, type
 * conversions, `$match` and `$sort` are ours. Everything that crosses is a plain value (`plain-values.ts`).
 */
import { Decimal128, Int32, Long, ObjectId } from 'bson'
import type { Context } from 'mingo/core'
import type { AnyObject, Options } from 'mingo/types'
import { compareValues, equalValues } from '../bson/compare.js'
import { type Arithmetic, average, calculate } from '../bson/numbers.js'
import { typeName } from '../bson/type-names.js'
import { type BsonNumber, isNullish, isNumber, isText, textOf, type Value } from '../bson/value.js'
import { MongoError, refuse } from '../mongo-error.js'
import { loadMingo, type MingoModules } from './mingo-modules.js'
import { fromPlain, toPlain } from './plain-values.js'

type Plain = AnyObject

interface Mingo extends MingoModules {
  context: Context
}

let loaded: Mingo | undefined

function mingo(): Mingo {
  if (loaded) return loaded
  const modules = loadMingo()
  loaded = { ...modules, context: contextOf(modules) }
  return loaded
}

function contextOf({ core, accumulators, expressions, ...others }: MingoModules): Context {
  return core.Context.init({
    accumulator: { ...accumulators, $sum: sumOf, $avg: averageOf, $min: extremeOf(-1), $max: extremeOf(1) },
    expression: {
      ...expressions,
      ...COMPARISONS,
      ...CONVERSIONS,
      $in: isMember,
      $size: sizeOf,
      $subtract: subtraction(expressions.$subtract),
      $add: arithmetic('add', expressions.$add),
      $multiply: arithmetic('multiply', expressions.$multiply),
    },
    pipeline: others.pipelines,
    projection: others.projections,
    query: others.queries,
    window: others.windows,
  })
}

export function runExpression(object: unknown, expression: unknown, variables: Plain): unknown {
  return translated(() => mingo().core.evalExpr(object, expression, optionsWith(variables)))
}

/** Runs stages over plain documents and gives plain documents; `readCollection` serves `$graphLookup`. */
export function runPlainStages(
  documents: Plain[],
  stages: Plain[],
  environment: { variables: Plain; readCollection: (name: string) => Plain[] },
): Plain[] {
  const options = {
    context: mingo().context,
    variables: environment.variables,
    collectionResolver: environment.readCollection,
  }
  return translated(() => new (mingo().aggregation.Aggregator)(stages, options).run(documents))
}

/** mingo fills the rest of its options with defaults; its type demands them all. */
function optionsWith(variables: Plain): Options {
  return { context: mingo().context, variables } as unknown as Options
}

function translated<R>(work: () => R): R {
  try {
    return work()
  } catch (error) {
    if (error instanceof MongoError) throw error
    return refuseLikeMongo(error instanceof Error ? error.message : String(error))
  }
}

function refuseLikeMongo(message: string): never {
  const stage = /unregistered pipeline operator (\$\w+)/.exec(message)?.[1]
  if (stage) refuse(40324, `Unrecognized pipeline stage name: '${stage}'`)
  const operator = /(?:accumulator|operator) '?(\$\w+)'? is not registered/.exec(message)?.[1]
  if (operator) refuse('InvalidPipelineOperator', `Unrecognized expression '${operator}'`)
  if (message.startsWith('Use of undefined variable')) refuse(17276, message)
  return refuse('BadValue', message)
}

const evaluated = (object: Plain, expression: unknown, options: Options): Value =>
  fromPlain(mingo().core.evalExpr(object, expression, options))

/** The operands of an operator that takes a list. */
function operandsOf(object: Plain, operands: unknown, options: Options): Value[] {
  const values = evaluated(object, Array.isArray(operands) ? operands : [operands], options)
  return Array.isArray(values) ? values : [values]
}

function compareOperands(object: Plain, operands: unknown, options: Options): number {
  const [a, b] = operandsOf(object, operands, options)
  return compareValues(a, b)
}

function comparison(accepts: (order: number) => boolean) {
  return (object: Plain, operands: unknown, options: Options) =>
    accepts(compareOperands(object, operands, options))
}

function isMember(object: Plain, operands: unknown, options: Options): boolean {
  const [value, list] = operandsOf(object, operands, options)
  if (!Array.isArray(list)) refuse(40081, '$in requires an array as a second argument')
  return list.some(member => equalValues(member, value))
}

function sizeOf(object: Plain, expression: unknown, options: Options): number {
  const value = evaluated(object, expression, options)
  if (Array.isArray(value)) return value.length
  return refuse(17124, `The argument to $size must be an array, but was of type: ${typeName(value)}`)
}

function conversion(convert: (value: Value) => Value) {
  return (object: Plain, expression: unknown, options: Options) =>
    toPlain(convert(evaluated(object, expression, options)))
}

function toText(value: Value): string {
  if (isText(value)) return textOf(value)
  if (isNumber(value) || typeof value === 'boolean') return String(value)
  if (value instanceof ObjectId) return value.toHexString()
  if (value instanceof Date) return value.toISOString()
  return refuse(
    'ConversionFailure',
    `Unsupported conversion from ${typeName(value)} to string in $convert with no onError value`,
  )
}

function toObjectId(value: Value): ObjectId {
  if (value instanceof ObjectId) return value
  const text = isText(value) ? textOf(value) : ''
  if (ObjectId.isValid(text) && text.length === 24) return ObjectId.createFromHexString(text)
  return refuse('ConversionFailure', `Failed to parse objectId '${text}' in $convert with no onError value`)
}

function toLong(value: Value): Long {
  if (value instanceof Long) return value
  const number = value instanceof Date ? value.getTime() : Number(toText(value))
  if (Number.isNaN(number))
    refuse('ConversionFailure', `Failed to parse number '${toText(value)}' in $convert`)
  return Long.fromNumber(Math.trunc(number))
}

/** Exact arithmetic as soon as a long or decimal takes part; mingo's otherwise (it also adds to dates). */
function arithmetic(
  operation: Arithmetic,
  plain: (object: Plain, operands: unknown, options: Options) => unknown,
) {
  return (object: Plain, operands: unknown, options: Options): unknown => {
    const values = operandsOf(object, operands, options)
    if (!values.some(isWide)) return plain(object, Array.isArray(operands) ? operands : [operands], options)
    return values.some(isNullish) ? null : toPlain(accumulate(operation, values.filter(isNumber)))
  }
}

/** Of wide numbers: adding what is multiplied by −1. */
function subtraction(plain: (object: Plain, operands: unknown, options: Options) => unknown) {
  return (object: Plain, operands: unknown, options: Options): unknown => {
    const values = operandsOf(object, operands, options)
    const [from, value, ...others] = values.filter(isNumber)
    if (!values.some(isWide) || !from || !value || others.length > 0) return plain(object, operands, options)
    const negative = calculate('multiply', value, new Int32(-1))
    return toPlain(negative && calculate('add', from, negative))
  }
}

const isWide = (value: Value): boolean => value instanceof Decimal128 || value instanceof Long

function accumulate(operation: Arithmetic, [first, ...rest]: BsonNumber[]): Value {
  return rest.reduce<BsonNumber | undefined>(
    (total, value) => total && calculate(operation, total, value),
    first,
  )
}

/** Values that an accumulator's expression has over a group; mingo's `$push` binds `$$ROOT` to each document. */
function pushed(documents: Plain[], expression: unknown, options: Options): Value[] {
  const values = fromPlain(mingo().accumulators.$push(documents, expression, options))
  return Array.isArray(values) ? values : []
}

function sumOf(documents: Plain[], expression: unknown, options: Options): unknown {
  if (typeof expression === 'number') return documents.length * expression
  const numbers = pushed(documents, expression, options).filter(isNumber)
  return numbers.length === 0 ? 0 : toPlain(accumulate('add', numbers))
}

function averageOf(documents: Plain[], expression: unknown, options: Options): unknown {
  return toPlain(average(pushed(documents, expression, options).filter(isNumber)) ?? null)
}

function extremeOf(sign: 1 | -1) {
  return (documents: Plain[], expression: unknown, options: Options): unknown => {
    const values = pushed(documents, expression, options).filter(value => !isNullish(value))
    if (values.length === 0) return null
    return toPlain(values.reduce((best, value) => (compareValues(value, best) * sign > 0 ? value : best)))
  }
}

const COMPARISONS = {
  $eq: comparison(order => order === 0),
  $ne: comparison(order => order !== 0),
  $gt: comparison(order => order > 0),
  $gte: comparison(order => order >= 0),
  $lt: comparison(order => order < 0),
  $lte: comparison(order => order <= 0),
  $cmp: compareOperands,
}

const CONVERSIONS = {
  $type: conversion(typeName),
  $toString: conversion(value => (isNullish(value) ? null : toText(value))),
  $toObjectId: conversion(value => (isNullish(value) ? null : toObjectId(value))),
  $toDecimal: conversion(value => (isNullish(value) ? null : Decimal128.fromString(toText(value)))),
  $toLong: conversion(value => (isNullish(value) ? null : toLong(value))),
}
