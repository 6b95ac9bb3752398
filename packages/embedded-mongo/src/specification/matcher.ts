/** Matching what happened with what a specification test expects, special operators such as `$$exists` included. */
import { isDeepStrictEqual } from 'node:util'
import { type Document, EJSON } from 'bson'

export class Mismatch extends Error {}

/** `root`: more fields than expected are fine; `exact`: they are not. */
export type Strictness = 'root' | 'exact'

export interface Expectation {
  path: string
  strictness: Strictness
  entities: ReadonlyMap<string, unknown>
}

export function matchValue(actual: unknown, expected: unknown, at: Expectation): void {
  if (isPlain(expected)) {
    const [operator = ''] = Object.keys(expected)
    if (operator.startsWith('$$')) matchOperator(operator, { actual, argument: expected[operator] }, at)
    else matchDocument(actual, expected, at)
  } else if (Array.isArray(expected)) {
    matchArray(actual, expected, at)
  } else if (!isDeepStrictEqual(comparable(actual), comparable(expected))) {
    mismatch('another value', { actual, expected }, at)
  }
}

function matchDocument(actual: unknown, expected: Document, at: Expectation): void {
  const fields = actual instanceof Map ? Object.fromEntries(actual) : actual
  if (!isObject(fields)) mismatch('not a document', { actual, expected }, at)
  for (const [name, value] of Object.entries(expected)) {
    const path = `${at.path}.${name}`
    if (isPlain(value) && value.$$exists === false) {
      if (fields[name] !== undefined) mismatch(`unexpected ${path}`, { actual, expected }, at)
    } else {
      matchValue(fields[name], value, { ...at, path, strictness: 'exact' })
    }
  }
  if (at.strictness === 'root') return
  const extra = Object.keys(fields).find(name => !(name in expected) && fields[name] !== undefined)
  if (extra) mismatch(`extra field ${extra}`, { actual, expected }, at)
}

function matchArray(actual: unknown, expected: unknown[], at: Expectation): void {
  if (!Array.isArray(actual) || actual.length !== expected.length) {
    mismatch('another length', { actual, expected }, at)
  }
  for (const [i, element] of expected.entries())
    matchValue(actual[i], element, { ...at, path: `${at.path}[${i}]` })
}

function matchOperator(
  operator: string,
  { actual, argument }: { actual: unknown; argument: unknown },
  at: Expectation,
): void {
  switch (operator) {
    case '$$exists':
      if ((actual !== undefined) !== argument) mismatch(operator, { actual, expected: argument }, at)
      return
    case '$$type':
      if (!typesOf(argument).includes(typeOf(actual))) mismatch(operator, { actual, expected: argument }, at)
      return
    case '$$unsetOrMatches':
      if (actual !== undefined && actual !== null) matchValue(actual, argument, at)
      return
    case '$$sessionLsid': {
      const session = at.entities.get(String(argument))
      if (!isObject(session) || !isDeepStrictEqual(session.id, actual))
        mismatch(operator, { actual, expected: argument }, at)
      return
    }
    default:
      mismatch(`unknown operator ${operator}`, { actual, expected: argument }, at)
  }
}

function mismatch(
  reason: string,
  { actual, expected }: { actual: unknown; expected: unknown },
  at: Expectation,
): never {
  throw new Mismatch(`${at.path}: ${reason}; expected ${show(expected)}, got ${show(actual)}`)
}

export function show(value: unknown): string {
  try {
    return (EJSON.stringify(value) ?? 'nothing').slice(0, 300)
  } catch {
    return String(value)
  }
}

const isObject = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isPlain = (value: unknown): value is Document =>
  isObject(value) && Object.getPrototypeOf(value) === Object.prototype

const typesOf = (argument: unknown): string[] => {
  const names = Array.isArray(argument) ? argument.map(String) : [String(argument)]
  return names.flatMap(name => (['int', 'long', 'double', 'number'].includes(name) ? ['number'] : [name]))
}

function typeOf(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (typeof comparable(value) === 'number') return 'number'
  if (isPlain(value)) return 'object'
  if (isObject(value))
    return value._bsontype === 'Binary' ? 'binData' : value._bsontype === 'ObjectId' ? 'objectId' : 'object'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

/** Numbers of all types are compared as numbers, other BSON values by their Extended JSON. */
function comparable(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (!isObject(value) || value._bsontype === undefined) return value
  if (['Int32', 'Double', 'Long'].includes(value._bsontype)) return Number(value)
  return EJSON.stringify(value)
}
