/**
 * The planner: chooses how candidate documents are found.
 *
 * `_id` conditions use the documents themselves, which are stored in `_id` order. Otherwise every index that fits is a
 * candidate; when several narrow the query, the one that yields the fewest keys in a short trial wins. An `$or` becomes
 * a union when each branch can use an index. What remains is a scan of the collection.
 */
import { compareValues } from '../bson/compare.js'
import { numberOr } from '../bson/numbers.js'
import { type Document, isDocument, isText, textOf, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { type Collection, ID_INDEX, type Index } from '../storage/collection.js'
import { type KeyRange, rangeOf } from '../storage/keyspace.js'
import type { ScanDirection, Store } from '../storage/store.js'
import { acceptsMissing, type Conjunction, conjunctionOf } from './conditions.js'
import { type IndexCandidate, indexCandidate, type PlanRequest } from './index-candidate.js'
import { fieldIntervals } from './intervals.js'
import type { SortField } from './sort.js'

export type Access =
  | { kind: 'nothing' }
  | { kind: 'scan'; ranges: KeyRange[]; direction: ScanDirection; bounded: boolean }
  | { kind: 'ids'; ids: Buffer[] }
  | { kind: 'index'; index: Index; ranges: KeyRange[]; direction: ScanDirection }
  | { kind: 'union'; branches: Access[] }

export interface Plan {
  access: Access
  /** Candidates come in the order of the sort. */
  sorted: boolean
  /** Every candidate matches. */
  exact: boolean
}

export interface PlannerInput {
  filter: Document
  sort: SortField[]
  hint: Value
  collation: Document | undefined
}

const SAMPLE_KEYS = 101
const SAMPLE_RANGES = 8

export function planQuery(store: Store, collection: Collection, input: PlannerInput): Plan {
  const natural = naturalOrder(input)
  if (natural) return collectionScan(collection, input, natural)
  const request: PlanRequest = { ...input, conjunction: conjunctionOf(input.filter) }
  const hinted = hintedIndex(collection, input.hint)
  if (!hinted || hinted.name === ID_INDEX) {
    const byId = planById(collection, request)
    if (byId) return byId
  }
  const indexes = (hinted ? [hinted] : collection.indexes).filter(({ name }) => name !== ID_INDEX)
  const candidates = indexes.flatMap(index => indexCandidate(index, request) ?? [])
  if (hinted && candidates.length === 0 && hinted.name !== ID_INDEX) return fullIndexScan(hinted, request)
  const union = candidates.some(({ points }) => points > 0)
    ? undefined
    : planUnion(store, collection, input, request)
  if (union) return union
  const best = cheapest(store, candidates)
  return best ? planOf(best) : collectionScan(collection, input, idOrder(request.sort) ?? 'forward')
}

const planOf = ({ index, ranges, direction, sorted, exact }: IndexCandidate): Plan => ({
  access: ranges.length === 0 ? { kind: 'nothing' } : { kind: 'index', index, ranges, direction },
  sorted,
  exact,
})

function collectionScan(
  collection: Collection,
  { filter, sort, collation }: PlannerInput,
  direction: ScanDirection,
): Plan {
  const inIdOrder = idOrder(sort) === direction && !collation
  return {
    access: { kind: 'scan', ranges: [rangeOf(collection.prefix)], direction, bounded: false },
    sorted: sort.length === 0 || sort[0]?.name === '$natural' || inIdOrder,
    exact: Object.keys(filter).length === 0,
  }
}

const fullIndexScan = (index: Index, { sort }: PlanRequest): Plan => ({
  access: { kind: 'index', index, ranges: [rangeOf(index.prefix)], direction: 'forward' },
  sorted: sort.length === 0,
  exact: false,
})

function naturalOrder({ sort, hint }: PlannerInput): ScanDirection | undefined {
  const [first] = sort
  if (first?.name === '$natural') return first.direction < 0 ? 'backward' : 'forward'
  if (!isDocument(hint) || hint.$natural === undefined) return undefined
  return numberOr(hint.$natural, 1) < 0 ? 'backward' : 'forward'
}

function hintedIndex(collection: Collection, hint: Value): Index | undefined {
  if (hint === undefined || hint === null || hint === '') return undefined
  const index = collection.indexes.find(({ name, key }) =>
    isText(hint) ? name === textOf(hint) : compareValues(key, hint) === 0,
  )
  return (
    index ??
    refuse(
      'BadValue',
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    )
  )
}

/** The direction of a sort by `_id` alone. */
function idOrder(sort: SortField[]): ScanDirection | undefined {
  const [first] = sort
  if (first?.name !== '_id') return undefined
  return first.direction < 0 ? 'backward' : 'forward'
}

function planById(collection: Collection, { conjunction, sort, collation }: PlanRequest): Plan | undefined {
  const conditions = conjunction.conditions.get('_id')
  const [index] = collection.indexes
  const found = conditions && index && fieldIntervals(conditions, { index, sameCollation: !collation })
  if (!found) return undefined
  const { intervals, used } = found
  const direction = idOrder(sort) ?? 'forward'
  const sorted = sort.length === 0 || (idOrder(sort) !== undefined && !collation)
  const exact = isExact(conjunction, used)
  if (intervals.length === 0) return { access: { kind: 'nothing' }, sorted: true, exact: true }
  if (intervals.every(({ point }) => point)) {
    const ids = intervals.map(({ low }) => low)
    if (direction === 'backward') ids.reverse()
    return { access: { kind: 'ids', ids }, sorted: sorted || ids.length === 1, exact }
  }
  if (!sorted) return undefined
  const ranges = intervals.map(({ low, high }) => ({
    low: Buffer.concat([collection.prefix, low]),
    high: Buffer.concat([collection.prefix, high]),
  }))
  return { access: { kind: 'scan', ranges, direction, bounded: true }, sorted, exact }
}

const isExact = ({ conditions, complete }: Conjunction, used: number): boolean =>
  complete &&
  conditions.size === 1 &&
  [...conditions.values()].flat().length === used &&
  ![...conditions.values()].flat().some(acceptsMissing)

function planUnion(
  store: Store,
  collection: Collection,
  input: PlannerInput,
  request: PlanRequest,
): Plan | undefined {
  const [branches] = request.conjunction.alternatives
  if (!branches || (input.hint !== undefined && input.hint !== null)) return undefined
  const plans = branches.map(filter => planQuery(store, collection, { ...input, filter, sort: [] }))
  if (!plans.every(({ access }) => access.kind !== 'scan' || access.bounded)) return undefined
  const access: Access = { kind: 'union', branches: plans.map(plan => plan.access) }
  return { access, sorted: input.sort.length === 0, exact: false }
}

function cheapest(store: Store, candidates: IndexCandidate[]): IndexCandidate | undefined {
  const ranked = [...candidates].sort((a, b) => score(b) - score(a))
  const [first] = ranked
  const narrowing = ranked.filter(({ points, ranged }) => points > 0 || ranged)
  if (!first || narrowing.length < 2 || isUniqueLookup(first)) return first
  const sampled = narrowing
    .map(candidate => ({ candidate, keys: sampleKeys(store, candidate) }))
    .sort((a, b) => a.keys - b.keys)
  const [fewest] = sampled
  return fewest && fewest.keys < SAMPLE_KEYS ? fewest.candidate : first
}

const isUniqueLookup = ({ index, points }: IndexCandidate): boolean =>
  index.unique && points === index.fields.length

const score = (candidate: IndexCandidate): number =>
  candidate.points * 10 +
  (candidate.ranged ? 4 : 0) +
  (candidate.sorted ? 3 : 0) +
  (isUniqueLookup(candidate) ? 1000 : 0)

function sampleKeys(store: Store, { ranges }: IndexCandidate): number {
  let keys = 0
  for (const range of ranges.slice(0, SAMPLE_RANGES)) {
    for (const _ of store.entries(range)) if (++keys >= SAMPLE_KEYS) return keys
  }
  return keys
}
