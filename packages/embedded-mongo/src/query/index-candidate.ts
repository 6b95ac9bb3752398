/**
 * What one index can do for a query: the key ranges its leading fields allow, and whether it delivers in the order of the
 * sort. Fields with point intervals extend the prefix; the first field with a real range ends it.
 */
import { sameCollation } from '../bson/collation.js'
import { prefixEnd } from '../bson/key-encoding.js'
import type { Document } from '../bson/value.js'
import type { Index, IndexField } from '../storage/collection.js'
import type { KeyRange } from '../storage/keyspace.js'
import type { ScanDirection } from '../storage/store.js'
import { acceptsMissing, type Conjunction } from './conditions.js'
import { descending, fieldIntervals, type Interval } from './intervals.js'
import { holdsAllMatches } from './partial-index.js'
import { isArrayPosition } from './path-walk.js'
import type { SortField } from './sort.js'

const MAX_RANGES = 256
/** One long `$in` on the first field is still better than a scan. */
const MAX_POINTS = 20_000

export interface PlanRequest {
  conjunction: Conjunction
  sort: SortField[]
  collation: Document | undefined
}

export interface IndexCandidate {
  index: Index
  ranges: KeyRange[]
  direction: ScanDirection
  sorted: boolean
  /** Every key found belongs to a matching document. */
  exact: boolean
  /** Fields fixed to single values, and whether a range follows. */
  points: number
  ranged: boolean
}

/** Undefined when the index is of no use. */
export function indexCandidate(index: Index, request: PlanRequest): IndexCandidate | undefined {
  if (index.hidden || !holdsAllMatches(index, request.conjunction)) return undefined
  if (index.fields.some(({ path }) => path.some(isArrayPosition))) return undefined
  const bounds = new Bounds(index, request)
  const order = bounds.order(request)
  if (!bounds.points && !bounds.ranged && !order) return undefined
  return {
    index,
    ranges: bounds.keyRanges(),
    direction: order ?? 'forward',
    sorted: request.sort.length === 0 || order !== undefined,
    exact: bounds.exact(request.conjunction),
    points: bounds.points,
    ranged: bounds.ranged,
  }
}

const ID_SUFFIX: IndexField = { name: '_id', path: ['_id'], descending: false }

class Bounds {
  points = 0
  ranged = false
  private single = 0
  private usedConditions = 0
  private prefixes: Buffer[] = [Buffer.alloc(0)]
  private ranges: KeyRange[] | undefined
  private readonly roots = new Set<string | undefined>()

  constructor(
    private readonly index: Index,
    request: PlanRequest,
  ) {
    const use = { index, sameCollation: sameCollation(index.collation, request.collation) }
    for (const field of index.fields) {
      const conditions = request.conjunction.conditions.get(field.name)
      const found = conditions && fieldIntervals(conditions, use)
      if (!found || !this.mayNarrow(field) || !this.extend(field, found.intervals)) break
      this.usedConditions += found.used
      this.roots.add(field.path[0])
      if (this.ranges) break
    }
  }

  /** Two fields below one array may be satisfied by different elements, which have different keys. */
  private mayNarrow(field: IndexField): boolean {
    return !this.index.multikey || !this.roots.has(field.path[0])
  }

  private extend(field: IndexField, ascending: Interval[]): boolean {
    const intervals = field.descending ? descending(ascending) : ascending
    const allPoints = intervals.every(interval => interval.point)
    const limit = allPoints && this.points === 0 ? MAX_POINTS : MAX_RANGES
    if (this.prefixes.length * intervals.length > limit) return false
    if (allPoints) {
      if (intervals.length === 1 && this.single === this.points) this.single++
      this.prefixes = this.prefixes.flatMap(prefix =>
        intervals.map(({ low }) => Buffer.concat([prefix, low])),
      )
      this.points++
    } else {
      this.ranged = true
      this.ranges = this.prefixes.flatMap(prefix =>
        intervals.map(({ low, high }) => ({
          low: Buffer.concat([prefix, low]),
          high: Buffer.concat([prefix, high]),
        })),
      )
    }
    return true
  }

  keyRanges(): KeyRange[] {
    const ranges = this.ranges ?? this.prefixes.map(prefix => ({ low: prefix, high: prefixEnd(prefix) }))
    const all = prefixEnd(this.index.prefix)
    return ranges
      .map(({ low, high }) => ({
        low: Buffer.concat([this.index.prefix, low]),
        high: high ? Buffer.concat([this.index.prefix, high]) : all,
      }))
      .sort((a, b) => Buffer.compare(a.low, b.low))
  }

  /** The direction in which the index delivers in order of the sort, if it does. */
  order({ sort, collation }: PlanRequest): ScanDirection | undefined {
    if (sort.length === 0 || collation || this.index.fold || this.index.multikey || this.index.truncated)
      return undefined
    if (this.points > this.single) return undefined
    if (this.ordersBy(sort, 1)) return 'forward'
    return this.ordersBy(sort, -1) ? 'backward' : undefined
  }

  /**
   * Fields fixed to one value may stand anywhere in the sort or be left out of it. Keys of equal fields lie in `_id` order,
   * and in a unique index there are none, so nothing is left to sort by.
   */
  private ordersBy(sort: SortField[], sign: 1 | -1): boolean {
    const { fields, unique } = this.index
    const fixed = new Set(fields.slice(0, this.single).map(({ name }) => name))
    const remaining = [...fields.slice(this.single), ...(unique ? [] : [ID_SUFFIX])]
    return sort
      .filter(({ name }) => !fixed.has(name))
      .every(({ name, direction }, i) => {
        const field = remaining[i]
        if (!field) return unique
        return field.name === name && (field.descending ? -1 : 1) * sign === direction
      })
  }

  exact({ conditions, complete }: Conjunction): boolean {
    const { multikey, truncated, fold, partial } = this.index
    const all = [...conditions.values()].flat()
    if (!complete || multikey || truncated || fold || partial) return false
    return this.usedConditions === all.length && !all.some(acceptsMissing)
  }
}
