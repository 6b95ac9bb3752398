/** Index specifications of `createIndexes`: checked, normalised, and made into indexes. */
import { Int32 } from 'bson'
import { foldFor, parseCollation } from '../bson/collation.js'
import { equalValues } from '../bson/compare.js'
import { numberOr } from '../bson/numbers.js'
import {
  cloneDocument,
  type Document,
  isDocument,
  isNumber,
  isText,
  textOf,
  type Value,
} from '../bson/value.js'
import { refuse, refuseUnsupported } from '../mongo-error.js'
import { compileFilter, isFieldName, isTruthy } from '../query/filter.js'
import type { Index, IndexField } from './collection.js'
import { indexPrefix } from './keyspace.js'

const OPTIONS = new Set([
  'key',
  'name',
  'v',
  'ns',
  'background',
  'unique',
  'sparse',
  'hidden',
  'expireAfterSeconds',
  'partialFilterExpression',
  'collation',
])

/** The specification as it is stored and listed. Refuses kinds of index this server does not have. */
export function normalizeIndex(raw: Document): Document {
  const { key, name } = raw
  if (!isDocument(key) || Object.keys(key).length === 0) {
    refuse('CannotCreateIndex', 'Index keys cannot be an empty object.')
  }
  if (!isText(name))
    refuse('FailedToParse', "The 'name' field is a required property of an index specification")
  for (const option of Object.keys(raw)) {
    if (!OPTIONS.has(option)) {
      refuse(
        'InvalidOptions',
        `The field '${option}' is not valid for an index specification. Specification: ${textOf(name)}`,
      )
    }
  }
  for (const field of Object.keys(key)) assertIndexField(field, key[field])
  const specification: Document = { v: new Int32(2), key: cloneDocument(key), name: textOf(name) }
  copyOptions(raw, specification)
  return specification
}

function assertIndexField(field: string, order: Value): void {
  if (field.includes('$**')) refuseUnsupported('a wildcard index')
  if (isText(order)) {
    if (['text', '2d', '2dsphere', 'hashed', 'geoHaystack'].includes(textOf(order))) {
      refuseUnsupported(`a '${textOf(order)}' index`)
    }
    refuse('CannotCreateIndex', `Unknown index plugin '${textOf(order)}'`)
  }
  if (field.split('.').some(part => part === '' || part.startsWith('$'))) {
    refuse('CannotCreateIndex', `Index key contains an illegal field name: '${field}'`)
  }
  if (!isNumber(order) || !numberOr(order, 0)) {
    refuse('CannotCreateIndex', `Values in the index key pattern cannot be 0 or not a number: '${field}'`)
  }
}

function copyOptions(raw: Document, specification: Document): void {
  for (const flag of ['unique', 'sparse', 'hidden']) if (isTruthy(raw[flag])) specification[flag] = true
  const { background, expireAfterSeconds, partialFilterExpression, collation } = raw
  if (background !== undefined) specification.background = background
  if (expireAfterSeconds !== undefined) {
    if (!isNumber(expireAfterSeconds)) refuse('CannotCreateIndex', 'expireAfterSeconds must be numeric')
    specification.expireAfterSeconds = expireAfterSeconds
  }
  if (partialFilterExpression !== undefined) {
    if (!isDocument(partialFilterExpression)) {
      refuse('CannotCreateIndex', '"partialFilterExpression" for an index must be a document')
    }
    if (specification.sparse) {
      refuse('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options')
    }
    assertPartialFilter(partialFilterExpression)
    specification.partialFilterExpression = partialFilterExpression
  }
  if (parseCollation(collation)) specification.collation = collation
}

const PARTIAL_OPERATORS = new Set([
  '$eq',
  '$in',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$exists',
  '$type',
  '$and',
  '$or',
])

/** Only operators whose truth for one value of an array makes them true for the document (`implies` relies on it). */
function assertPartialFilter(filter: Document): void {
  compileFilter(filter)
  const names = [...operatorNames(filter)]
  const unsupported = names.find(
    ([name, argument]) => !PARTIAL_OPERATORS.has(name) || (name === '$exists' && !isTruthy(argument)),
  )
  if (unsupported) refuse('CannotCreateIndex', `unsupported expression in partial index: ${unsupported[0]}`)
}

function* operatorNames(value: Value): Generator<[string, Value]> {
  if (Array.isArray(value)) for (const element of value) yield* operatorNames(element)
  if (!isDocument(value)) return
  for (const [name, inner] of Object.entries(value)) {
    if (!isFieldName(name)) yield [name, inner]
    yield* operatorNames(inner)
  }
}

/** What an index is beyond its name: two specifications that agree here are the same index. */
export const sameIndexOptions = (a: Document, b: Document): boolean =>
  ['unique', 'sparse', 'hidden', 'expireAfterSeconds', 'partialFilterExpression', 'collation'].every(option =>
    equalValues(a[option] ?? null, b[option] ?? null),
  )

/** Same fields in the same order; `equalValues` compares documents in stored order. */
export const sameKeyPattern = (a: Document, b: Value): boolean => isDocument(b) && equalValues(a, b)

export interface IndexState {
  id: number
  multikey: boolean
  truncated: boolean
}

export function makeIndex(specification: Document, state: IndexState): Index {
  const key = isDocument(specification.key) ? specification.key : {}
  const filter = specification.partialFilterExpression
  const collation = parseCollation(specification.collation)
  const expiry = numberOr(specification.expireAfterSeconds, Number.NaN)
  return {
    ...state,
    name: isText(specification.name) ? textOf(specification.name) : '',
    specification,
    key,
    fields: Object.keys(key).map(name => indexField(name, key[name])),
    unique: specification.unique === true,
    sparse: specification.sparse === true,
    hidden: specification.hidden === true,
    partial: isDocument(filter) ? { filter, matches: compileFilter(filter) } : undefined,
    expireAfterSeconds: Number.isNaN(expiry) ? undefined : expiry,
    collation,
    fold: foldFor(collation),
    prefix: indexPrefix(state.id),
  }
}

const indexField = (name: string, order: Value): IndexField => ({
  name,
  path: name.split('.'),
  descending: numberOr(order, 1) < 0,
})
