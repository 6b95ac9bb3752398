/** A stretch of two sequences: what stayed, or what went and came instead. Half-open ranges. */
export interface Stretch {
  readonly same: boolean
  readonly before: readonly [start: number, end: number]
  readonly after: readonly [start: number, end: number]
}

/** More steps than this, and nobody would see what two sequences have in common. */
const mostSteps = 1_500

/**
 * What two sequences have in common, in order: the shortest way from one to the other (Myers, "An O(ND) difference
 * algorithm and its variations", 1986), between what both begin and end with. Where the way is too long the middle
 * counts as new.
 */
export function sequenceDifference(before: readonly string[], after: readonly string[]): Stretch[] {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const middle = commonPairs(before.slice(start, before.length - end), after.slice(start, after.length - end))
  const pairs = [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...middle.map(([i, j]): Pair => [i + start, j + start]),
    ...Array.from({ length: end }, (_, at): Pair => [before.length - end + at, after.length - end + at]),
  ]
  return stretchesOf(pairs, before.length, after.length)
}

type Pair = readonly [before: number, after: number]

function commonPairs(before: readonly string[], after: readonly string[]): Pair[] {
  if (before.length === 0 || after.length === 0) return []
  const reached = shortestWay(before, after)
  return reached === null ? [] : walkBack(reached, before.length, after.length)
}

/** For each number of steps how far each diagonal got; null when the way is too long. */
function shortestWay(before: readonly string[], after: readonly string[]): Int32Array[] | null {
  const most = Math.min(before.length + after.length, mostSteps)
  const middle = most + 1
  const furthest = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let steps = 0; steps <= most; steps++) {
    trace.push(furthest.slice(middle - steps - 1, middle + steps + 2))
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const down = furthest[middle + diagonal + 1] ?? 0
      const right = (furthest[middle + diagonal - 1] ?? 0) + 1
      let x = diagonal === -steps || (diagonal !== steps && right - 1 < down) ? down : right
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++
      furthest[middle + diagonal] = x
      if (x >= before.length && x - diagonal >= after.length) return trace
    }
  }
  return null
}

function walkBack(trace: Int32Array[], beforeLength: number, afterLength: number): Pair[] {
  const pairs: Pair[] = []
  let [x, y] = [beforeLength, afterLength]
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const furthest = trace[steps] ?? new Int32Array()
    const at = (diagonal: number) => furthest[diagonal + steps + 1] ?? 0
    const diagonal = x - y
    const down = diagonal === -steps || (diagonal !== steps && at(diagonal - 1) < at(diagonal + 1))
    const from = down ? diagonal + 1 : diagonal - 1
    const fromX = steps === 0 ? 0 : at(from)
    const fromY = steps === 0 ? 0 : fromX - from
    while (x > fromX && y > fromY) pairs.push([--x, --y])
    if (steps > 0) [x, y] = [fromX, fromY]
  }
  return pairs.reverse()
}

function stretchesOf(pairs: readonly Pair[], beforeLength: number, afterLength: number): Stretch[] {
  const stretches: Stretch[] = []
  let [i, j] = [0, 0]
  const changed = (to: Pair) => {
    if (to[0] > i || to[1] > j) stretches.push({ same: false, before: [i, to[0]], after: [j, to[1]] })
  }
  for (const pair of pairs) {
    changed(pair)
    const last = stretches.at(-1)
    const follows = last?.same === true && last.before[1] === pair[0] && last.after[1] === pair[1]
    const from: Pair = follows ? [last.before[0], last.after[0]] : pair
    if (follows) stretches.pop()
    stretches.push({ same: true, before: [from[0], pair[0] + 1], after: [from[1], pair[1] + 1] })
    ;[i, j] = [pair[0] + 1, pair[1] + 1]
  }
  changed([beforeLength, afterLength])
  return stretches
}
