import type { TextRange } from './text-range.js'

/** Where a pattern stands with the fewest differences, and how many (insertions, deletions, replacements). */
export type Similar = { range: TextRange; errors: number }

/** For each length of the pattern's beginning: the fewest differences of a stretch that ends here, and its start. */
type Column = { errors: Uint16Array; starts: Uint32Array }

/**
 * Approximate search after Sellers, "The theory and computation of evolutionary distances" (1980), column by column
 * through the text, with Ukkonen's cut-off: what already differs too much is not followed further. Takes about
 * `mostErrors` steps for each character of ordinary text.
 *
 * Null when no stretch has at most `mostErrors` differences, or when two that do not overlap are equally near.
 */
export function findSimilar(text: string, pattern: string, mostErrors: number): Similar | null {
  const rows = pattern.length
  let column = firstColumn(rows)
  let next = firstColumn(rows)
  let best = null as Similar | null
  let rivalled = false
  let active = Math.min(rows, mostErrors + 1)
  for (let end = 1; end <= text.length; end++) {
    active = fillColumn(next, { column, pattern, active, unit: text.charCodeAt(end - 1), end, mostErrors })
    ;[column, next] = [next, column]
    const errors = active === rows ? (column.errors[rows] ?? Infinity) : Infinity
    if (errors > (best === null ? mostErrors : best.errors)) continue
    const range = { start: column.starts[rows] ?? 0, end }
    if (best !== null && best.errors === errors) {
      rivalled ||= range.start >= best.range.end
      continue
    }
    best = { range, errors }
    rivalled = false
  }
  return rivalled ? null : best
}

function firstColumn(rows: number): Column {
  return {
    errors: Uint16Array.from({ length: rows + 1 }, (_, row) => row),
    starts: new Uint32Array(rows + 1),
  }
}

type Step = {
  column: Column
  pattern: string
  /** Rows of `column` up to this one count. */
  active: number
  unit: number
  end: number
  mostErrors: number
}

/** Fills the column behind the next character; answers up to which row it counts. */
function fillColumn(next: Column, { column, pattern, active, unit, end, mostErrors }: Step): number {
  const { errors, starts } = column
  const tooMany = mostErrors + 1
  const last = Math.min(pattern.length, active + 1)
  if (last > active) errors[last] = tooMany
  next.errors[0] = 0
  next.starts[0] = end
  for (let row = 1; row <= last; row++) {
    const replaced = (errors[row - 1] ?? 0) + (pattern.charCodeAt(row - 1) === unit ? 0 : 1)
    const inserted = (errors[row] ?? 0) + 1
    const deleted = (next.errors[row - 1] ?? 0) + 1
    const least = Math.min(replaced, inserted, deleted)
    next.errors[row] = least
    next.starts[row] =
      (least === replaced ? starts[row - 1] : least === inserted ? starts[row] : next.starts[row - 1]) ?? 0
  }
  let counting = last
  while (counting > 0 && (next.errors[counting] ?? tooMany) > mostErrors) counting--
  return counting
}
