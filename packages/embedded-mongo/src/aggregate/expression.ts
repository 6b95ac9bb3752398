/** Aggregation expressions, evaluated by mingo on plain values (`plain-values.ts`). */
import { type Document, isDocument, type Value } from '../bson/value.js'
import { runExpression } from './mingo.js'
import { fromPlain, toPlain } from './plain-values.js'

/** The value of `expression` for `document`; undefined when it is missing. Refuses unknown operators. */
export function evaluateExpression(document: Document, expression: Value, variables?: Document): Value {
  return fromPlain(runExpression(toPlain(document), plainExpression(expression), plainVariables(variables)))
}

/** The values of `let`: constant expressions, evaluated once. */
export function parseVariables(value: Value): Document | undefined {
  if (!isDocument(value)) return undefined
  return Object.fromEntries(
    Object.entries(value).map(([name, expression]) => [name, evaluateExpression({}, expression) ?? null]),
  )
}

export const plainVariables = (variables: Document | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(variables ?? {}).map(([name, value]) => [name, toPlain(value)]))

/** An expression is evaluated for many documents and converted once. */
const converted = new WeakMap<object, unknown>()

export function plainExpression(expression: Value): unknown {
  if (expression === null || typeof expression !== 'object') return expression
  const known = converted.get(expression)
  if (known !== undefined) return known
  const plain = toPlain(expression)
  converted.set(expression, plain)
  return plain
}
