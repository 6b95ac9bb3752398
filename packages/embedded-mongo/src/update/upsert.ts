/** The document that an update inserts when its filter finds nothing: the filter's equalities, then the update. */
import { BSONRegExp } from 'bson'
import { cloneValue, type Document, fieldOf, isDocument, setField, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { isFieldName, isOperatorDocument } from '../query/filter.js'
import type { Updater } from './compile-update.js'
import type { UpdateMoment } from './field-modifiers.js'

/** A replacement takes only `_id` from the filter. */
export function upsertedDocument(filter: Document, updater: Updater, moment: UpdateMoment): Document {
  const equalities = equalitiesOf(filter)
  const seed: Document = {}
  for (const [path, value] of equalities) {
    if (updater.kind !== 'replacement' || path === '_id') setPath(seed, path.split('.'), value)
  }
  return updater.apply(seed, { ...moment, inserting: true })
}

function equalitiesOf(filter: Document): Map<string, Value> {
  const equalities = new Map<string, Value>()
  for (const [path, value] of collectEqualities(filter)) {
    for (const known of equalities.keys()) assertApart(known, path)
    equalities.set(path, value)
  }
  return equalities
}

function assertApart(known: string, path: string): void {
  if (known === path)
    refuse('NotSingleValueField', `cannot infer query fields to set, path '${path}' is matched twice`)
  if (known.startsWith(`${path}.`) || path.startsWith(`${known}.`)) {
    refuse(
      'NotSingleValueField',
      `cannot infer query fields to set, both paths '${known}' and '${path}' are matched`,
    )
  }
}

function* collectEqualities(filter: Document): Generator<[string, Value]> {
  for (const [name, condition] of Object.entries(filter)) {
    const clauses = Array.isArray(condition) ? condition.filter(isDocument) : []
    if (name === '$and' || (name === '$or' && clauses.length === 1)) {
      for (const clause of clauses) yield* collectEqualities(clause)
    } else if (isFieldName(name)) {
      const value = equalityIn(condition)
      if (value !== undefined) yield [name, value]
    }
  }
}

function equalityIn(condition: Value): Value {
  if (condition instanceof BSONRegExp) return undefined
  if (!isOperatorDocument(condition)) return condition
  if (condition.$eq !== undefined) return condition.$eq
  return onlyMember(condition.$all) ?? onlyMember(condition.$in)
}

function onlyMember(list: Value): Value {
  if (!Array.isArray(list) || list.length !== 1) return undefined
  const [member] = list
  return member instanceof BSONRegExp || isOperatorDocument(member) ? undefined : member
}

function setPath(document: Document, path: string[], value: Value): void {
  const [name = '', ...rest] = path
  if (rest.length === 0) {
    setField(document, name, cloneValue(value))
    return
  }
  const existing = fieldOf(document, name)
  const child = isDocument(existing) ? existing : {}
  setPath(child, rest, value)
  setField(document, name, child)
}
