/** What a filter may ask of one field: equality, comparison, membership, existence, arrays, patterns, bits. */
import { BSONRegExp } from 'bson'
import { type Document, fieldOf, isDocument, type Value } from '../bson/value.js'
import { refuse, refuseUnsupported } from '../mongo-error.js'
import { bitTest } from './bit-operators.js'
import { type ComparisonOperator, comparisonTest } from './comparison.js'
import {
  allOf,
  compileFilter,
  type FilterOptions,
  isOperatorDocument,
  isTruthy,
  type Predicate,
} from './filter.js'
import { membershipTest } from './membership.js'
import { type LeafMode, walkPath } from './path-walk.js'
import { equalityTest, moduloTest, regexTest, sizeTest, typeTest, type ValueTest } from './value-tests.js'

export function compileField(path: string, condition: Value, options: FilterOptions): Predicate {
  const parts = path.split('.')
  if (condition instanceof BSONRegExp) return anyValue(parts, 'elements', regexTest(condition))
  if (!isOperatorDocument(condition))
    return anyValue(parts, 'elements', equalityTest(condition, options.collation))
  return compileOperators(parts, condition, options)
}

function compileOperators(path: string[], operators: Document, options: FilterOptions): Predicate {
  const field: FieldOperator = { path, operators, options }
  const names = Object.keys(operators).filter(name => name !== '$options')
  if (names.length === 0) refuse('BadValue', '$options needs a $regex')
  return allOf(names.map(name => compileOperator(name, field)))
}

/** The test of `$elemMatch`, `$pull` and projections: of one array element. */
export function elementTest(condition: Document, options: FilterOptions): ValueTest {
  const logical = Object.keys(condition).some(name => /^\$(and|or|nor|expr|where)$/.test(name))
  if (isOperatorDocument(condition) && !logical) {
    const matches = compileOperators(['element'], condition, options)
    return element => matches({ element })
  }
  const matches = compileFilter(condition, options)
  return element => {
    if (Array.isArray(element)) return matches(Object.fromEntries(element.entries()))
    return isDocument(element) && matches(element)
  }
}

interface FieldOperator {
  path: string[]
  operators: Document
  options: FilterOptions
}

function compileOperator(name: string, field: FieldOperator): Predicate {
  const { path, options } = field
  const argument = field.operators[name]
  switch (name) {
    case '$eq':
      return anyValue(path, 'elements', equalityTest(argument, options.collation))
    case '$ne':
      if (argument instanceof BSONRegExp) refuse('BadValue', "Can't have regex as arg to $ne.")
      return not(anyValue(path, 'elements', equalityTest(argument, options.collation)))
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return compileComparison(name, field)
    case '$in':
      return anyValue(path, 'elements', membershipTest(name, argument, options.collation))
    case '$nin':
      return not(anyValue(path, 'elements', membershipTest(name, argument, options.collation)))
    case '$not':
      return compileNot(field)
    case '$exists': {
      const exists = anyValue(path, 'whole', value => value !== undefined)
      return isTruthy(argument) ? exists : not(exists)
    }
    default:
      return compileShapeOperator(name, field)
  }
}

function compileShapeOperator(name: string, field: FieldOperator): Predicate {
  const { path, operators, options } = field
  const argument = operators[name]
  switch (name) {
    case '$type':
      return anyValue(path, 'elements', typeTest(argument))
    case '$regex':
      return anyValue(path, 'elements', regexTest(argument, operators.$options))
    case '$mod':
      return anyValue(path, 'elements', moduloTest(argument))
    case '$size':
      return anyValue(path, 'whole', sizeTest(argument))
    case '$all':
      return compileAll(path, argument, options)
    case '$elemMatch':
      return compileElemMatch(path, argument, options)
    case '$bitsAllSet':
    case '$bitsAnySet':
    case '$bitsAllClear':
    case '$bitsAnyClear':
      return anyValue(path, 'elements', bitTest(name, argument))
    case '$near':
    case '$nearSphere':
    case '$geoWithin':
    case '$geoIntersects':
      return refuseUnsupported(name)
    default:
      return refuse('BadValue', `unknown operator: ${name}`)
  }
}

const not =
  (predicate: Predicate): Predicate =>
  document =>
    !predicate(document)

/** Some value at the path passes the test; the array index of the match is reported for `$`. */
function anyValue(path: string[], mode: LeafMode, test: ValueTest): Predicate {
  const [name = ''] = path
  if (path.length === 1 && mode === 'whole') return document => test(fieldOf(document, name))
  return (document, position) =>
    walkPath(document, path, mode, (value, index) => {
      if (!test(value)) return false
      if (position && index !== undefined) position.index = index
      return true
    })
}

function compileComparison(
  operator: ComparisonOperator,
  { path, operators, options }: FieldOperator,
): Predicate {
  const argument = operators[operator]
  if (argument instanceof BSONRegExp) {
    refuse('BadValue', `Can't have RegEx as arg to predicate over field '${path.join('.')}'.`)
  }
  return anyValue(path, 'elements', comparisonTest(operator, argument, options.collation))
}

function compileNot({ path, operators, options }: FieldOperator): Predicate {
  const argument = operators.$not
  if (argument instanceof BSONRegExp) return not(anyValue(path, 'elements', regexTest(argument)))
  if (!isDocument(argument) || Object.keys(argument).length === 0) {
    refuse('BadValue', '$not needs a regex or a document')
  }
  return not(compileOperators(path, argument, options))
}

function compileAll(path: string[], argument: Value, options: FilterOptions): Predicate {
  if (!Array.isArray(argument)) refuse('BadValue', '$all needs an array')
  if (argument.length === 0) return () => false
  return allOf(
    argument.map(part => {
      if (part instanceof BSONRegExp) return anyValue(path, 'elements', regexTest(part))
      if (isDocument(part) && part.$elemMatch !== undefined)
        return compileElemMatch(path, part.$elemMatch, options)
      return anyValue(path, 'elements', equalityTest(part, options.collation))
    }),
  )
}

function compileElemMatch(path: string[], argument: Value, options: FilterOptions): Predicate {
  if (!isDocument(argument)) refuse('BadValue', '$elemMatch needs an Object')
  const test = elementTest(argument, options)
  return (document, position) =>
    walkPath(document, path, 'whole', (value, index) => {
      const found = Array.isArray(value) ? value.findIndex(test) : -1
      if (found < 0) return false
      if (position) position.index = index ?? found
      return true
    })
}
