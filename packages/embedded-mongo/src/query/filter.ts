/**
 * Filters: compiles a filter document into a predicate over decoded documents. This file has the logical structure;
 * what a single field must satisfy is in `field-operators.ts`.
 */

import { evaluateExpression } from '../aggregate/expression.js'
import type { Collation } from '../bson/compare.js'
import { numberOr } from '../bson/numbers.js'
import { type Document, isDocument, isNullish, isNumber, type Value } from '../bson/value.js'
import { refuse, refuseUnsupported } from '../mongo-error.js'
import { compileField } from './field-operators.js'

/** Receives the array index of the last positive match, for the positional operator `$`. */
export interface MatchPosition {
  index?: number
}
export type Predicate = (document: Document, position?: MatchPosition) => boolean

export interface FilterOptions {
  collation?: Collation
  /** Values of `$$variables` in `$expr`. */
  variables?: Document | undefined
}

/** Refuses unknown operators and malformed arguments with MongoDB's code and message. */
export function compileFilter(filter: Document, options: FilterOptions = {}): Predicate {
  const predicates: Predicate[] = []
  for (const name of Object.keys(filter)) {
    const predicate = isFieldName(name)
      ? compileField(name, filter[name], options)
      : compileLogical(name, filter[name], options)
    if (predicate) predicates.push(predicate)
  }
  return allOf(predicates)
}

/** Fields of a DBRef start with a dollar and are fields all the same. */
export const isFieldName = (name: string): boolean =>
  !name.startsWith('$') || name === '$id' || name === '$ref' || name === '$db'

/** A document of operators, such as `{$gt: 1}`, and not a literal value. */
export function isOperatorDocument(value: Value): value is Document {
  if (!isDocument(value)) return false
  const [first] = Object.keys(value)
  return first !== undefined && !isFieldName(first)
}

export const isTruthy = (value: Value): boolean =>
  isNumber(value) ? numberOr(value, 0) !== 0 : !isNullish(value) && value !== false

export function allOf(predicates: Predicate[]): Predicate {
  const [only] = predicates
  if (!only) return () => true
  if (predicates.length === 1) return only
  return (document, position) => {
    for (const predicate of predicates) if (!predicate(document, position)) return false
    return true
  }
}

function compileLogical(operator: string, argument: Value, options: FilterOptions): Predicate | undefined {
  switch (operator) {
    case '$and':
      return allOf(compileClauses(operator, argument, options))
    case '$or': {
      const clauses = compileClauses(operator, argument, options)
      return (document, position) => clauses.some(clause => clause(document, position))
    }
    case '$nor': {
      const clauses = compileClauses(operator, argument, options)
      return document => !clauses.some(clause => clause(document))
    }
    case '$expr':
      return document => isTruthy(evaluateExpression(document, argument, options.variables))
    case '$comment':
      return undefined
    case '$text':
    case '$where':
    case '$jsonSchema':
      return refuseUnsupported(operator)
    default:
      return refuse(
        'BadValue',
        `unknown top level operator: ${operator}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      )
  }
}

function compileClauses(operator: string, argument: Value, options: FilterOptions): Predicate[] {
  if (!Array.isArray(argument)) refuse('BadValue', `${operator} must be an array`)
  if (argument.length === 0) refuse('BadValue', `${operator} argument must be a non-empty array`)
  return argument.map(clause =>
    isDocument(clause)
      ? compileFilter(clause, options)
      : refuse('BadValue', `${operator} argument's entries must be objects`),
  )
}
