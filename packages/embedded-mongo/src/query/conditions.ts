/**
 * What a filter says about single fields, as far as an index could use it. Only what must hold for every matching document
 * is collected: top-level fields and `$and`. The rest of the filter is left to matching.
 */
import { BSONRegExp } from 'bson'
import { type Document, isDocument, isNullish, isText, textOf, type Value } from '../bson/value.js'
import type { ComparisonOperator } from './comparison.js'
import { isFieldName, isOperatorDocument, isTruthy } from './filter.js'

export type Condition =
  | { kind: 'in'; values: Value[] }
  | { kind: 'compare'; operator: ComparisonOperator; value: Value }
  | { kind: 'pattern'; source: string; flags: string }
  | { kind: 'exists' }

export interface Conjunction {
  /** Conditions by field name; all must hold. */
  conditions: Map<string, Condition[]>
  /** The branches of `$or`s, each of which must hold. */
  alternatives: Document[][]
  /** The conditions say everything the filter says. */
  complete: boolean
}

export function conjunctionOf(filter: Document): Conjunction {
  const collector = new Collector()
  collector.filter(filter)
  return collector
}

class Collector implements Conjunction {
  readonly conditions = new Map<string, Condition[]>()
  readonly alternatives: Document[][] = []
  complete = true

  filter(filter: Document): void {
    for (const [name, value] of Object.entries(filter)) {
      if (isFieldName(name)) this.field(name, value)
      else this.logical(name, value)
    }
  }

  private logical(operator: string, argument: Value): void {
    const clauses = Array.isArray(argument) ? argument.filter(isDocument) : []
    if (operator === '$and' || (operator === '$or' && clauses.length === 1)) {
      for (const clause of clauses) this.filter(clause)
      return
    }
    if (operator === '$or') this.alternatives.push(clauses)
    if (operator !== '$comment') this.complete = false
  }

  private field(name: string, condition: Value): void {
    if (condition instanceof BSONRegExp) this.pattern(name, condition)
    else if (!isOperatorDocument(condition)) this.add(name, { kind: 'in', values: [condition] })
    else for (const operator of Object.keys(condition)) this.operator(name, operator, condition)
  }

  private operator(name: string, operator: string, operators: Document): void {
    const argument = operators[operator]
    switch (operator) {
      case '$eq':
        this.add(name, { kind: 'in', values: [argument] })
        break
      case '$in':
        this.list(name, argument)
        break
      case '$gt':
      case '$gte':
      case '$lt':
      case '$lte':
        this.add(name, { kind: 'compare', operator, value: argument })
        break
      case '$regex':
        this.pattern(name, argument, operators.$options)
        break
      case '$exists':
        this.complete = false
        if (isTruthy(argument)) this.add(name, { kind: 'exists' })
        break
      case '$all':
        this.every(name, argument)
        break
      case '$elemMatch':
        this.element(name, argument)
        break
      case '$options':
        break
      default:
        this.complete = false
    }
  }

  private add(name: string, condition: Condition): void {
    const known = this.conditions.get(name)
    if (known) known.push(condition)
    else this.conditions.set(name, [condition])
  }

  private list(name: string, argument: Value): void {
    const usable = Array.isArray(argument) && !argument.some(value => value instanceof BSONRegExp)
    if (usable) this.add(name, { kind: 'in', values: argument })
    else this.complete = false
  }

  private pattern(name: string, pattern: Value, options?: Value): void {
    this.complete = false
    if (pattern instanceof BSONRegExp) {
      const flags = isText(options) ? textOf(options) : pattern.options
      this.add(name, { kind: 'pattern', source: pattern.pattern, flags })
    } else if (isText(pattern)) {
      this.add(name, {
        kind: 'pattern',
        source: textOf(pattern),
        flags: isText(options) ? textOf(options) : '',
      })
    }
  }

  /** One member of `$all` narrows; the others are matched. */
  private every(name: string, argument: Value): void {
    this.complete = false
    const [first] = Array.isArray(argument) ? argument : []
    if (first === undefined || isDocument(first) || first instanceof BSONRegExp) return
    this.add(name, { kind: 'in', values: [first] })
  }

  /** Equalities of one array element hold for some element. */
  private element(name: string, argument: Value): void {
    this.complete = false
    if (!isDocument(argument)) return
    for (const [inner, condition] of Object.entries(argument)) {
      if (inner === '$eq') this.add(name, { kind: 'in', values: [condition] })
      if (!isFieldName(inner) || condition instanceof BSONRegExp || isOperatorDocument(condition)) continue
      this.add(`${name}.${inner}`, { kind: 'in', values: [condition] })
    }
  }
}

/** A missing field satisfies the condition, too. */
export function acceptsMissing(condition: Condition): boolean {
  if (condition.kind === 'in') return condition.values.some(isNullish)
  return condition.kind === 'compare' && isNullish(condition.value)
}
