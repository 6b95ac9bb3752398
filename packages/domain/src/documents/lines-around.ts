import type { TextRange } from '@randnotiz/contract/annotations/target'

/** More lines than this around one passage are another text. */
const mostLines = 24

/**
 * The whole lines around a passage as they were, and what stands in their stead now: the stretch between the nearest
 * line before and the nearest line behind that stand unchanged in both texts. Null when there are none near enough.
 */
export function linesAround(
  then: string,
  now: string,
  range: TextRange,
): { before: string; after: string } | null {
  const [old, fresh] = [then.split('\n'), now.split('\n')]
  const first = lineOf(old, range.start)
  const last = lineOf(old, range.end - 1)
  const places = placesOf(fresh)
  const stayed = placesOf(old)
  const placeNow = (number: number): number | undefined => {
    const line = old[number] ?? ''
    return stayed.get(line) === number ? (places.get(line) ?? undefined) : undefined
  }
  let from = first - 1
  while (from >= 0 && placeNow(from) === undefined) from--
  const start = from < 0 ? -1 : (placeNow(from) ?? -1)
  let to = last + 1
  while (to < old.length && (placeNow(to) ?? -1) <= start) to++
  const end = to >= old.length ? fresh.length : (placeNow(to) ?? fresh.length)
  if (Math.max(to - from, end - start) > mostLines) return null
  return { before: old.slice(from + 1, to).join('\n'), after: fresh.slice(start + 1, end).join('\n') }
}

/** Where each line stands; null for empty ones and those that stand there more than once. */
function placesOf(lines: readonly string[]): Map<string, number | null> {
  const places = new Map<string, number | null>()
  for (const [number, line] of lines.entries())
    places.set(line, line.trim() === '' || places.has(line) ? null : number)
  return places
}

function lineOf(lines: readonly string[], offset: number): number {
  let end = -1
  return lines.findIndex(line => {
    end += line.length + 1
    return offset <= end
  })
}
