/** One query on one collection: match, sort, skip, limit. Shared by reading commands and by updates and deletes. */

import { decode, encode } from '../bson/codec.js'
import { collatorFor, parseCollation } from '../bson/collation.js'
import type { Collation } from '../bson/compare.js'
import type { Document, Value } from '../bson/value.js'
import type { Collection } from '../storage/collection.js'
import type { Store } from '../storage/store.js'
import { CandidateReader, type Examined } from './candidates.js'
import { compileFilter, type MatchPosition, type Predicate } from './filter.js'
import { type Plan, planQuery } from './planner.js'
import { compileProjection } from './projection.js'
import { parseSort, Sorter, type SortField, type SortKey } from './sort.js'

export interface QueryRequest {
  filter: Document
  sort?: Document | undefined
  projection?: Document | undefined
  skip?: number
  /** 0 means no limit. */
  limit?: number
  hint?: Value
  collation?: Value
  /** Values of `let`. */
  variables?: Document | undefined
}

export interface Row {
  document: Document
  bytes: Buffer
  position: MatchPosition
}

/** When more rows than this wait for a top-k sort, the surplus is cut off. */
const SORT_SLACK = 1024

export class Query {
  readonly plan: Plan
  readonly collation: Collation
  private readonly matches: Predicate
  private readonly sort: SortField[]
  private readonly reader: CandidateReader

  constructor(
    store: Store,
    collection: Collection,
    private readonly request: QueryRequest,
  ) {
    const collation = parseCollation(request.collation ?? collection.options.collation)
    this.collation = collatorFor(collation)
    this.matches = compileFilter(request.filter, { collation: this.collation, variables: request.variables })
    this.sort = parseSort(request.sort)
    this.plan = planQuery(store, collection, {
      filter: request.filter,
      sort: this.sort,
      hint: request.hint,
      collation,
    })
    this.reader = new CandidateReader(store, collection)
  }

  get examined(): Examined {
    return this.reader.examined
  }

  *rows(): Generator<Row> {
    const { skip = 0, limit = 0 } = this.request
    const end = limit === 0 ? Infinity : skip + limit
    const source = this.plan.sorted ? this.matching() : this.sorted(end)
    let position = 0
    for (const row of source) {
      if (position++ >= skip) yield row
      if (position >= end) return
    }
  }

  /** Rows as bytes, projected. */
  *results(): Generator<Buffer> {
    const { projection, variables } = this.request
    const project = compileProjection(projection, { collation: this.collation, variables })
    if (!project && this.plan.exact && this.plan.sorted) yield* this.exactBytes()
    else
      for (const { document, bytes, position } of this.rows())
        yield project ? encode(project(document, position)) : bytes
  }

  /** Counts matches; skip and limit are the caller's. */
  count(): number {
    if (this.plan.exact) return this.reader.count(this.plan.access)
    let count = 0
    for (const _ of this.matching()) count++
    return count
  }

  /** Documents that need neither matching nor sorting nor projection need not be decoded. */
  private *exactBytes(): Generator<Buffer> {
    const { skip = 0, limit = 0 } = this.request
    let position = 0
    for (const bytes of this.reader.read(this.plan.access)) {
      if (position++ >= skip) yield bytes
      if (limit !== 0 && position >= skip + limit) return
    }
  }

  private *matching(): Generator<Row> {
    for (const bytes of this.reader.read(this.plan.access)) {
      const document = decode(bytes)
      const position: MatchPosition = {}
      if (this.matches(document, position)) yield { document, bytes, position }
    }
  }

  /** At most `keep` rows are held sorted, plus some slack. */
  private *sorted(keep: number): Generator<Row> {
    const sorter = new Sorter(this.sort, this.collation)
    const order = (a: { key: SortKey }, b: { key: SortKey }) => sorter.compare(a.key, b.key)
    let rows: { row: Row; key: SortKey }[] = []
    for (const row of this.matching()) {
      rows.push({ row, key: sorter.keyOf(row.document) })
      if (rows.length > 2 * keep + SORT_SLACK) rows = rows.sort(order).slice(0, keep)
    }
    for (const { row } of rows.sort(order)) yield row
  }
}
