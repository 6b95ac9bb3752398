/** Whether a filter guarantees that every matching document is in a partial or sparse index. */
import { compareValues } from '../bson/compare.js'
import { type Document, isDocument, isNullish, type Value } from '../bson/value.js'
import type { Index } from '../storage/collection.js'
import { acceptsMissing, type Condition, type Conjunction } from './conditions.js'
import { compileFilter, isFieldName, isOperatorDocument } from './filter.js'

export function holdsAllMatches(index: Index, conjunction: Conjunction): boolean {
  if (index.partial && !implies(conjunction, index.partial.filter)) return false
  return (
    !index.sparse || index.fields.some(({ name }) => requiresField(conjunction.conditions.get(name) ?? []))
  )
}

const requiresField = (conditions: Condition[]): boolean =>
  conditions.some(condition => !acceptsMissing(condition))

/** Simple cases only: each clause of the partial filter follows from one condition on the same field. */
function implies(conjunction: Conjunction, partial: Document): boolean {
  return Object.entries(partial).every(([name, clause]) => {
    if (name === '$and' && Array.isArray(clause)) {
      return clause.filter(isDocument).every(part => implies(conjunction, part))
    }
    return isFieldName(name) && fieldImplies(conjunction.conditions.get(name) ?? [], clause)
  })
}

function fieldImplies(conditions: Condition[], clause: Value): boolean {
  const operators = isOperatorDocument(clause) ? clause : { $eq: clause }
  return Object.entries(operators).every(([operator, argument]) =>
    conditions.some(condition => conditionImplies(condition, operator, argument)),
  )
}

function conditionImplies(condition: Condition, operator: string, argument: Value): boolean {
  const satisfies = compileFilter({ value: { [operator]: argument } })
  switch (condition.kind) {
    case 'in':
      // Equality with null is also fulfilled by a missing field; with an array by an element that is one.
      return condition.values.every(
        value => !Array.isArray(value) && satisfies({ value }) && (!isNullish(value) || satisfies({})),
      )
    case 'exists':
      return operator === '$exists'
    case 'pattern':
      return operator === '$exists'
    case 'compare':
      if (operator === '$exists') return !acceptsMissing(condition)
      if (operator === condition.operator && compareValues(argument, condition.value) === 0) return true
      return operator.slice(0, 3) === condition.operator.slice(0, 3) && satisfies({ value: condition.value })
  }
}
