/** Sorting: an array counts with its smallest element (ascending) or its largest (descending), as an index has it. */
import { type Collation, compareValues } from '../bson/compare.js'
import { numberOr } from '../bson/numbers.js'
import { type Document, isDocument, type Value } from '../bson/value.js'
import { refuse, refuseUnsupported } from '../mongo-error.js'
import { keyRowsOf } from './key-rows.js'

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
  private readonly paths: string[][]

  constructor(
    private readonly fields: SortField[],
    private readonly collation: Collation,
  ) {
    this.paths = fields.map(({ path }) => path)
  }

  /** The first of a document's rows in this order. Anything but a document has no fields and sorts as null. */
  keyOf(value: Value): SortKey {
    if (!isDocument(value)) return this.fields.map(() => null)
    const { rows } = keyRowsOf(value, this.paths, refuseParallel)
    const [first = [], ...others] = rows
    return others.reduce((best, row) => (this.compare(row, best) < 0 ? row : best), first)
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
}

const refuseParallel = (): never => refuse('BadValue', 'cannot sort with keys that are parallel arrays')
