import type { DifferencePart } from '@randnotiz/contract/annotations/text-state'

/** Words, white space and signs, each on its own. */
const token = /\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu
const word = /[\p{L}\p{N}]/u

/** Above this many comparisons of two words nobody would read the result word by word. */
const mostComparisons = 4_000_000

/**
 * What was taken out and what was put in, word by word: the longest common subsequence of the words between what both
 * texts begin and end with. White space alone does not hold two changes apart.
 */
export function wordDifference(before: string, after: string): DifferencePart[] {
  const [old, fresh] = [before.match(token) ?? [], after.match(token) ?? []]
  const start = sameAtStart(old, fresh)
  const end = sameAtEnd(old.slice(start), fresh.slice(start))
  const between = compare(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end))
  const kept = (tokens: string[]): DifferencePart[] => tokens.map(text => ({ kind: 'same', text }))
  return joined(
    swallowed([...kept(old.slice(0, start)), ...between, ...kept(end === 0 ? [] : old.slice(-end))]),
  )
}

function sameAtStart(old: string[], fresh: string[]): number {
  let same = 0
  while (same < old.length && same < fresh.length && old[same] === fresh[same]) same++
  return same
}

function sameAtEnd(old: string[], fresh: string[]): number {
  return sameAtStart(old.toReversed(), fresh.toReversed())
}

function compare(old: string[], fresh: string[]): DifferencePart[] {
  const width = fresh.length + 1
  const removed = (text: string): DifferencePart => ({ kind: 'removed', text })
  const added = (text: string): DifferencePart => ({ kind: 'added', text })
  if (old.length * fresh.length > mostComparisons) return [...old.map(removed), ...fresh.map(added)]
  const lengths = commonLengths(old, fresh)
  const parts: DifferencePart[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    const [here, there] = [old[i], fresh[j]]
    if (here !== undefined && here === there) {
      parts.push({ kind: 'same', text: here })
      i++
      j++
    } else if (
      there === undefined ||
      goesFirst(lengths, { below: (i + 1) * width + j, beside: i * width + j + 1 }, here)
    ) {
      parts.push(removed(here ?? ''))
      i++
    } else {
      parts.push(added(there))
      j++
    }
  }
  return parts
}

/** Whether to drop the old word before the new one is taken: when that loses nothing. */
function goesFirst(lengths: Uint32Array, at: { below: number; beside: number }, here: string | undefined) {
  return here !== undefined && (lengths[at.below] ?? 0) >= (lengths[at.beside] ?? 0)
}

/** For each pair of tails how many words they have in common, row by row. */
function commonLengths(old: string[], fresh: string[]): Uint32Array {
  const width = fresh.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--) {
      const below = lengths[(i + 1) * width + j] ?? 0
      const beside = lengths[i * width + j + 1] ?? 0
      const diagonal = lengths[(i + 1) * width + j + 1] ?? 0
      lengths[i * width + j] = old[i] === fresh[j] ? diagonal + 1 : Math.max(below, beside)
    }
  return lengths
}

/** What is the same between two changes and has no word in it changes with them. */
function swallowed(parts: DifferencePart[]): DifferencePart[] {
  return parts.flatMap((part, number): DifferencePart[] => {
    const lonely = part.kind === 'same' && !word.test(part.text)
    const [before, behind] = [parts[number - 1], parts[number + 1]]
    if (!lonely || !before || !behind || before.kind === 'same' || behind.kind === 'same') return [part]
    return [
      { kind: 'removed', text: part.text },
      { kind: 'added', text: part.text },
    ]
  })
}

/** Between two words that stayed first all that went, then all that came. */
function joined(parts: DifferencePart[]): DifferencePart[] {
  const result: DifferencePart[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed })
    if (added !== '') result.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = result.at(-1)
      if (last?.kind === 'same') last.text += text
      else result.push({ kind, text })
    }
  }
  flush()
  return result
}
