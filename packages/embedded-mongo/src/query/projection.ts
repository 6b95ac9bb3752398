/**
 * Projections of `find` and `findAndModify`: a tree of the projected paths, applied to each document. Inclusion keeps the
 * order of the stored document; computed fields come last, in the order of the projection.
 */
import { evaluateExpression } from '../aggregate/expression.js'
import { numberOr } from '../bson/numbers.js'
import { type Document, fieldOf, isDocument, setField, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import type { FilterOptions, MatchPosition } from './filter.js'
import { type ProjectionNode, type ProjectionTree, parseProjection } from './projection-tree.js'

export type Projector = (document: Document, position?: MatchPosition) => Document

/** Undefined when there is nothing to project. */
export function compileProjection(
  projection: Document | undefined,
  options: FilterOptions = {},
): Projector | undefined {
  if (!projection || Object.keys(projection).length === 0) return undefined
  const tree = parseProjection(projection, options)
  return (document, position) => {
    const apply = new Application(document, position, options.variables)
    const result = tree.mode === 'include' ? apply.included(tree) : apply.excluded(tree)
    return tree.mode === 'include' ? apply.withComputed(result, tree.fields) : result
  }
}

class Application {
  constructor(
    private readonly root: Document,
    private readonly position: MatchPosition | undefined,
    private readonly variables: Document | undefined,
  ) {}

  included({ fields, showId }: ProjectionTree): Document {
    return this.fieldsOf(this.root, (name, value) => {
      const node = fields.get(name)
      if (node) return this.include(node, value)
      return name === '_id' && showId ? value : undefined
    })
  }

  excluded({ fields, showId }: ProjectionTree): Document {
    return this.fieldsOf(this.root, (name, value) => {
      const node = fields.get(name)
      if (node) return this.exclude(node, value)
      return name === '_id' && !showId ? undefined : value
    })
  }

  withComputed(result: Document, fields: Map<string, ProjectionNode>): Document {
    for (const [name, node] of fields) {
      if (node.kind === 'expression') {
        const value = evaluateExpression(this.root, node.expression, this.variables)
        if (value !== undefined) setField(result, name, value)
      } else if (node.kind === 'fields' && hasExpression(node)) {
        const inner = fieldOf(result, name)
        setField(result, name, this.withComputed(isDocument(inner) ? inner : {}, node.fields))
      }
    }
    return result
  }

  private include(node: ProjectionNode, value: Value): Value {
    switch (node.kind) {
      case 'include':
        return value
      case 'exclude':
      case 'expression':
        return undefined
      case 'slice':
        return sliced(node, value)
      case 'elemMatch': {
        const element = Array.isArray(value) ? value.find(node.test) : undefined
        return element === undefined ? undefined : [element]
      }
      case 'positional':
        return this.positional(value)
      case 'fields':
        return this.includeInside(node, value)
    }
  }

  private includeInside(node: ProjectionNode & { kind: 'fields' }, value: Value): Value {
    if (Array.isArray(value)) {
      return value
        .filter(element => Array.isArray(element) || isDocument(element))
        .map(element => this.includeInside(node, element))
    }
    if (!isDocument(value)) return undefined
    return this.fieldsOf(value, (name, inner) => {
      const child = node.fields.get(name)
      return child && this.include(child, inner)
    })
  }

  private exclude(node: ProjectionNode, value: Value): Value {
    switch (node.kind) {
      case 'exclude':
        return undefined
      case 'slice':
        return sliced(node, value)
      case 'fields':
        return this.excludeInside(node, value)
      default:
        return value
    }
  }

  private excludeInside(node: ProjectionNode & { kind: 'fields' }, value: Value): Value {
    if (Array.isArray(value)) return value.map(element => this.excludeInside(node, element))
    if (!isDocument(value)) return value
    return this.fieldsOf(value, (name, inner) => {
      const child = node.fields.get(name)
      return child ? this.exclude(child, inner) : inner
    })
  }

  private positional(value: Value): Value {
    if (!Array.isArray(value)) return value
    const index = this.position?.index
    if (index === undefined || index >= value.length) {
      refuse(
        51246,
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      )
    }
    return [value[index]]
  }

  private fieldsOf(document: Document, project: (name: string, value: Value) => Value): Document {
    const result: Document = {}
    for (const name of Object.keys(document)) {
      const value = project(name, document[name])
      if (value !== undefined) setField(result, name, value)
    }
    return result
  }
}

const hasExpression = (node: ProjectionNode): boolean =>
  node.kind === 'expression' || (node.kind === 'fields' && [...node.fields.values()].some(hasExpression))

function sliced({ skip, limit }: { skip: Value; limit: Value }, value: Value): Value {
  if (!Array.isArray(value)) return value
  const count = numberOr(limit, 0)
  if (skip === undefined) return count >= 0 ? value.slice(0, count) : value.slice(count)
  const from = numberOr(skip, 0)
  const start = from < 0 ? Math.max(0, value.length + from) : from
  return value.slice(start, start + count)
}
