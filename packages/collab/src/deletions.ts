import type { Range } from './check-update.js'

interface Spans {
  /** Pairs of from and to; sorted and disjoint unless `loose`. */
  spans: [number, number][]
  loose: boolean
}

/**
 * What is deleted, to recognise a deletion that is known already: a client that joins answers with its complete delete
 * set each time, and storing that at every reconnect would make the log grow without anybody typing.
 */
export class Deletions {
  readonly #clients = new Map<number, Spans>()

  add(ranges: readonly Range[]): void {
    for (const { client, from, to } of ranges) {
      const known = this.#clients.get(client) ?? { spans: [], loose: false }
      known.spans.push([from, to])
      known.loose = true
      this.#clients.set(client, known)
    }
  }

  contain(ranges: readonly Range[]): boolean {
    return ranges.every(({ client, from, to }) => {
      const known = this.#clients.get(client)
      if (known === undefined) return false
      tidy(known)
      return isInside(known.spans, from, to)
    })
  }
}

function tidy(known: Spans): void {
  if (!known.loose) return
  const merged: [number, number][] = []
  for (const [from, to] of known.spans.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  known.spans = merged
  known.loose = false
}

/** Binary search for the last span that begins at or before `from`. */
function isInside(spans: readonly [number, number][], from: number, to: number): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.[0] ?? 0) <= from) low = middle + 1
    else high = middle
  }
  const span = spans[low - 1]
  return span !== undefined && to <= span[1]
}
