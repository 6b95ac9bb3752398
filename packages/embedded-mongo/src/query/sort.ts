/** Sorting: an array counts with its smallest element (ascending) or its largest (descending). */
import { type Collation, compareValues } from '../bson/compare.js'
import { numberOr } from '../bson/numbers.js'
import { type Document, fieldOf, isDocument, isNullish, type Value } from '../bson/value.js'
import { refuse, refuseUnsupported } from '../mongo-error.js'
import { isArrayPosition } from './path-walk.js'

export type Direction = 1 | -1
export interface SortField {
  name: string
  path: string[]
  direction: Direction
}
export type SortKey = Value[]

export function parseSort(sort: Document | undefined): SortField[] {
  return Object.entries(sort ?? {}).map(([name, order]) => {
    if (isDocument(order) && order.$meta !== undefined) refuseUnsupported('$meta sort')
    const direction = numberOr(order, 0)
    if (direction !== 1 && direction !== -1) {
      refuse(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    }
    return { name, path: name.split('.'), direction }
  })
}

export class Sorter {
  constructor(
    private readonly fields: SortField[],
    private readonly collation: Collation,
  ) {}

  /** Anything but a document has no fields and sorts as null. */
  keyOf(value: Value): SortKey {
    return this.fields.map(field => this.extreme(value, field))
  }

  readonly compare = (a: SortKey, b: SortKey): number => {
    for (const [i, { direction }] of this.fields.entries()) {
      const order = compareValues(a[i], b[i], this.collation)
      if (order) return order * direction
    }
    return 0
  }

  /** A stable sort. */
  sort<V extends Value>(values: V[]): V[] {
    return values
      .map(value => ({ value, key: this.keyOf(value) }))
      .sort((a, b) => this.compare(a.key, b.key))
      .map(entry => entry.value)
  }

  private extreme(document: Value, { path, direction }: SortField): Value {
    const values = [...sortValues(document, path)]
    return values.reduce(
      (best, value) => (compareValues(value, best, this.collation) * direction < 0 ? value : best),
      values[0],
    )
  }
}

/** Missing counts as null; an empty array as `undefined`, which sorts before null. */
function* sortValues(node: Value, path: readonly string[]): Generator<Value> {
  const [part, ...rest] = path
  if (part === undefined) {
    if (!Array.isArray(node)) yield isNullish(node) ? null : node
    else if (node.length === 0) yield undefined
    else for (const element of node) yield isNullish(element) ? null : element
  } else if (Array.isArray(node)) {
    yield* sortValuesInArray(node, part, path)
  } else {
    yield* sortValues(isDocument(node) ? fieldOf(node, part) : undefined, rest)
  }
}

function* sortValuesInArray(array: Value[], part: string, path: readonly string[]): Generator<Value> {
  if (isArrayPosition(part) && Number(part) < array.length) {
    yield* sortValues(array[Number(part)], path.slice(1))
    return
  }
  const documents = array.filter(isDocument)
  if (documents.length === 0) yield null
  for (const document of documents) yield* sortValues(fieldOf(document, part), path.slice(1))
}
