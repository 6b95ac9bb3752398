import { expect, it } from 'vitest'
import { describePassage } from './describe-passage.js'
import { PassageResolver } from './resolve.js'

/**
 * Documents whose paragraphs all hold the same phrase, edited at random: moved, split, deleted, copied, reworded. An
 * anchor on one of the phrases must end in a paragraph that came from its own, or say that it is lost.
 *
 * One case cannot be told apart by looking at texts: a paragraph is deleted, and a new one that holds the phrase is put
 * exactly in its place. That is what a rewritten paragraph looks like too, and it counts as one.
 */
type Paragraph = { origin: number; words: string[] }

const phrase = ['prüft', 'die', 'Stadt', 'bis', 'zum', 'Sommer']
/** So many words that two paragraphs hardly share a neighbourhood by chance. */
const vocabulary = Array.from({ length: 800 }, (_, number) => `Wort${number}`)

class Random {
  #state: number
  constructor(seed: number) {
    this.#state = seed
  }
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * limit)
  }
  words(count: number): string[] {
    return Array.from({ length: count }, () => vocabulary[this.below(vocabulary.length)] ?? '')
  }
}

/** The origin of a paragraph that was not there before. */
const rewrittenOrNew = -1

function newParagraph(random: Random, origin: number): Paragraph {
  return {
    origin,
    words: [...random.words(4 + random.below(12)), ...phrase, ...random.words(4 + random.below(12))],
  }
}

const edits: ((document: Paragraph[], at: number, random: Random) => void)[] = [
  (document, at) => void document.splice(at, 1),
  (document, at, random) => void document.splice(random.below(document.length), 0, ...document.splice(at, 1)),
  (document, at, random) => void document.splice(at, 0, newParagraph(random, rewrittenOrNew)),
  (document, at, random) => {
    const { origin, words } = document[at] ?? { origin: rewrittenOrNew, words: [] }
    const cut = random.below(words.length)
    document.splice(at, 1, { origin, words: words.slice(0, cut) }, { origin, words: words.slice(cut) })
  },
  (document, at, random) => {
    const words = document[at]?.words ?? []
    words.splice(random.below(words.length), random.below(3), ...random.words(1 + random.below(3)))
  },
]

const textOf = (document: Paragraph[]) => document.map(({ words }) => words.join(' ')).join('\n')

function originAt(document: Paragraph[], offset: number): number {
  let end = 0
  for (const { origin, words } of document) {
    end += words.join(' ').length + 1
    if (offset < end) return origin
  }
  return rewrittenOrNew
}

function holdsPhrase(document: Paragraph[], origin: number): boolean {
  return document.some(one => one.origin === origin && one.words.join(' ').includes(phrase.join(' ')))
}

it('an anchor on a phrase that stands everywhere never goes to another paragraph', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
  const random = new Random(seed)
  const tally = { attached: 0, wrong: 0, suggested: 0, orphaned: 0 }
  for (let round = 0; round < 150; round++) {
    const document = Array.from({ length: 12 }, (_, origin) => newParagraph(random, origin))
    const text = textOf(document)
    const starts = [...text.matchAll(new RegExp(phrase.join(' '), 'g'))].map(match => match.index)
    for (let edit = 0; edit < 8 && document.length > 2; edit++)
      edits[random.below(edits.length)]?.(document, random.below(document.length), random)
    const resolver = new PassageResolver(textOf(document))
    for (const [origin, start] of starts.entries()) {
      const range = { start, end: start + phrase.join(' ').length }
      const found = resolver.resolve({ quote: describePassage(text, range), range, text })
      if (found.status === 'orphaned' || found.status === 'suggested') tally[found.status]++
      else {
        tally.attached++
        const reached = originAt(document, found.range.start)
        const rewritten = reached === rewrittenOrNew && !holdsPhrase(document, origin)
        if (reached !== origin && !rewritten) tally.wrong++
      }
    }
  }
  expect(tally.wrong, `seed ${seed}`).toBe(0)
  expect(tally.attached, `seed ${seed}`).toBeGreaterThan(1_200)
})
