import type { WordLinks } from './word-links.js'
import type { Words } from './words.js'

/** Marks what occurs more than once. */
const repeated = -1

type Run = { start: number; length: number }

/**
 * Links blocks (lines) that occur once in each text, whatever their numbers: in most revisions they are nearly
 * everything.
 */
export function linkUniqueBlocks(links: WordLinks, origin: Words, current: Words, leastWords: number): void {
  const currentBlocks = uniqueBlocks(current)
  for (const [words, { start, length }] of uniqueBlocks(origin)) {
    const counterpart = currentBlocks.get(words)
    if (counterpart === undefined || length < leastWords) continue
    for (let step = 0; step < length; step++) links.link(start + step, counterpart.start + step)
  }
  extendEdges(links)
}

/** Links runs of `length` unlinked words that occur once in each text, and extends them. */
export function linkUniqueRuns(links: WordLinks, length: number): void {
  const currentRuns = runsByHash(links.current, links.from, length)
  for (const [hash, originStart] of runsByHash(links.origin, links.to, length)) {
    const currentStart = currentRuns.get(hash) ?? repeated
    if (originStart === repeated || currentStart === repeated) continue
    if (runFits(links, { originStart, currentStart, length }))
      links.linkRun(originStart, currentStart, length)
  }
}

function uniqueBlocks(words: Words): Map<string, Run> {
  const blocks = new Map<string, Run | null>()
  for (const whole of blocksOf(words)) {
    const block = withoutNumber(words, whole)
    const key = words.words.slice(block.start, block.start + block.length).join(' ')
    blocks.set(key, blocks.has(key) ? null : block)
  }
  return new Map([...blocks].flatMap(([key, block]) => (block ? [[key, block] as const] : [])))
}

/** The lines of a text that have words. */
export function* blocksOf({ text, words, starts }: Words): Generator<Run> {
  for (let start = 0; start < words.length; ) {
    const lineEnd = text.indexOf('\n', starts[start])
    let end = start + 1
    while (end < words.length && (lineEnd < 0 || (starts[end] ?? 0) < lineEnd)) end++
    yield { start, length: end - start }
    start = end
  }
}

/** Where linked stretches end, the next words may fit too (their block was not unique as a whole). */
function extendEdges(links: WordLinks): void {
  for (let word = 0; word < links.to.length; word++) {
    const counterpart = links.counterpart(word)
    const isEdge = links.to[word - 1] === -1 || links.to[word + 1] === -1
    if (counterpart >= 0 && isEdge) links.extend(word, counterpart, 1)
  }
}

/** Start of each run of unlinked words by its hash; `repeated` where a hash occurs again. */
function runsByHash(numbers: Int32Array, linked: Int32Array, length: number): Map<number, number> {
  const starts = new Map<number, number>()
  let unlinked = 0
  for (let word = 0; word < numbers.length; word++) {
    unlinked = linked[word] === -1 ? unlinked + 1 : 0
    if (unlinked < length) continue
    const start = word - length + 1
    const hash = hashOf(numbers, start, length)
    starts.set(hash, starts.has(hash) ? repeated : start)
  }
  return starts
}

function hashOf(numbers: Int32Array, start: number, length: number): number {
  let hash = 17
  for (let word = start; word < start + length; word++)
    hash = (Math.imul(hash, 1_000_003) ^ (numbers[word] ?? 0)) | 0
  return hash
}

/** Equal hashes are no proof, and an earlier run may have taken some of the words. */
function runFits(
  links: WordLinks,
  run: { originStart: number; currentStart: number; length: number },
): boolean {
  for (let step = 0; step < run.length; step++)
    if (!links.fits(run.originStart + step, run.currentStart + step)) return false
  return true
}

/** What a block may be numbered with: 12, b, iv. Renumbering does not make another block. */
const enumerator = /^(?:\d{1,3}|[a-z]|[ivx]{1,5})$/

function withoutNumber({ words }: Words, { start, length }: Run): Run {
  let skipped = 0
  while (skipped < length - 1 && enumerator.test(words[start + skipped] ?? '')) skipped++
  return { start: start + skipped, length: length - skipped }
}
