/**
 * From conditions to intervals of encoded keys. An interval may hold more than the condition accepts (fetched documents
 * are matched again) and never less; `undefined` means that the index cannot serve the condition.
 */
import { BSONRegExp, Double } from 'bson'
import { encodeKey, inverted, prefixEnd } from '../bson/key-encoding.js'
import { numberOr } from '../bson/numbers.js'
import { isNullish, KIND, kindOf, type Value } from '../bson/value.js'
import type { Index } from '../storage/collection.js'
import type { Condition } from './conditions.js'

/** Keys k of one field with low ≤ k < high; a point holds the keys of exactly one value. */
export interface Interval {
  low: Buffer
  high: Buffer
  point: boolean
}

/** Longer bounds would come near the length at which stored keys are cut. */
const MAX_BOUND_BYTES = 1000
const ABOVE_NAN = prefixEnd(encodeKey(new Double(Number.NaN))) ?? Buffer.of(KIND.number)

interface IndexUse {
  index: Index
  /** The query compares strings as the index does. */
  sameCollation: boolean
}

/**
 * The intervals of one field, ascending and without overlap of points. On a multikey index only one condition may narrow:
 * different elements of an array may satisfy different ones.
 */
export function fieldIntervals(
  conditions: readonly Condition[],
  use: IndexUse,
): { intervals: Interval[]; used: number } | undefined {
  let current: Interval[] | undefined
  let used = 0
  for (const condition of [...conditions].sort((a, b) => rank(a) - rank(b))) {
    const intervals = conditionIntervals(condition, use)
    if (!intervals || (current && use.index.multikey)) continue
    current = current ? current.flatMap(a => intervals.flatMap(b => intersection(a, b))) : intervals
    used++
  }
  return current && { intervals: sortedIntervals(current), used }
}

/** Points narrow most. */
const rank = (condition: Condition): number => (condition.kind === 'in' ? condition.values.length : Infinity)

function intersection(a: Interval, b: Interval): Interval[] {
  const low = Buffer.compare(a.low, b.low) >= 0 ? a.low : b.low
  const high = Buffer.compare(a.high, b.high) <= 0 ? a.high : b.high
  return Buffer.compare(low, high) < 0 ? [{ low, high, point: a.point || b.point }] : []
}

function sortedIntervals(intervals: Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => Buffer.compare(a.low, b.low))
  return sorted.filter((interval, i) => !sorted[i - 1]?.low.equals(interval.low))
}

/** The same keys as a descending field stores them. */
export function descending(intervals: Interval[]): Interval[] {
  return sortedIntervals(
    intervals.map(({ low, high, point }) => {
      if (point) return pointOf(inverted(low))
      const start = prefixEnd(inverted(high)) ?? Buffer.alloc(0)
      return { low: start, high: prefixEnd(inverted(low)) ?? END, point }
    }),
  )
}

const END = Buffer.of(0xff)
const pointOf = (key: Buffer): Interval => ({ low: key, high: prefixEnd(key) ?? END, point: true })

function conditionIntervals(condition: Condition, use: IndexUse): Interval[] | undefined {
  switch (condition.kind) {
    case 'in':
      return pointIntervals(condition.values, use)
    case 'compare':
      return rangeIntervals(condition, use)
    case 'pattern':
      return use.sameCollation && !use.index.fold ? prefixIntervals(condition) : undefined
    case 'exists':
      return undefined
  }
}

function pointIntervals(values: Value[], use: IndexUse): Interval[] | undefined {
  const points: Interval[] = []
  for (const value of values) {
    const point = valuePoint(value, use)
    if (!point) return undefined
    points.push(point)
  }
  return points
}

function valuePoint(value: Value, { index, sameCollation }: IndexUse): Interval | undefined {
  if (Array.isArray(value) || value instanceof BSONRegExp) return undefined
  const kind = kindOf(value)
  if (!sameCollation && (kind === KIND.string || kind === KIND.object)) return undefined
  if (isNullish(value) && index.sparse) return undefined
  const key = encodeKey(value ?? null, index.fold)
  return key.length > MAX_BOUND_BYTES ? undefined : pointOf(key)
}

const WITHOUT_RANGES: readonly number[] = [KIND.minKey, KIND.maxKey, KIND.array, KIND.object, KIND.regex]

function rangeIntervals(condition: Condition & { kind: 'compare' }, use: IndexUse): Interval[] | undefined {
  const { operator, value } = condition
  const inclusive = operator === '$gte' || operator === '$lte'
  if (isNullish(value)) return inclusive ? pointIntervals([null], use) : []
  const kind = kindOf(value)
  if (WITHOUT_RANGES.includes(kind) || Number.isNaN(numberOr(value, 0))) return undefined
  if (kind === KIND.string && (!use.sameCollation || use.index.fold)) return undefined
  const key = encodeKey(value)
  if (key.length > MAX_BOUND_BYTES) return undefined
  const after = prefixEnd(key) ?? END
  const low = kind === KIND.number ? ABOVE_NAN : Buffer.of(kind)
  const high = Buffer.of(kind + 1)
  if (operator === '$gt' || operator === '$gte') return [{ low: inclusive ? key : after, high, point: false }]
  return [{ low, high: inclusive ? after : key, point: false }]
}

/** `^literal…` is a range of strings, as far as the literal goes. */
function prefixIntervals({ source, flags }: Condition & { kind: 'pattern' }): Interval[] | undefined {
  const match = /^\^([\w \-:@,/]+)(.*)$/s.exec(source)
  const literal = match?.[1] ?? ''
  const rest = match?.[2] ?? ''
  if (!literal || flags || source.includes('|')) return undefined
  // A quantifier belongs to the last character before it.
  const prefix = /^[*+?{]/.test(rest) ? literal.slice(0, -1) : literal
  if (!prefix) return undefined
  const low = encodeKey(prefix).subarray(0, -2)
  return [{ low, high: prefixEnd(low) ?? END, point: false }]
}
