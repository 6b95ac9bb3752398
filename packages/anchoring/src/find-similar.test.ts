import { describe, expect, it } from 'vitest'
import { findSimilar } from './find-similar.js'

describe('similar words', () => {
  it('are found with their differences counted', () => {
    const text = 'Die Stadt baut neue Radwege am Bahnhof.'
    expect(findSimilar(text, 'neue Fahrradwege', 6)).toEqual({ range: { start: 15, end: 27 }, errors: 5 })
    expect(findSimilar(text, 'baut nue Radwege', 2)).toEqual({ range: { start: 10, end: 27 }, errors: 1 })
  })

  it('are none when the differences are too many, or two places are equally near', () => {
    expect(findSimilar('Ein ganz anderer Text.', 'Radwege am Bahnhof', 4)).toBeNull()
    expect(findSimilar('ein rotes Rad und ein rotes Rat', 'rotes Ras', 2)).toBeNull()
  })

  it('agree with a plain computation of the edit distance', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 100_000)
    const random = randomNumbers(seed)
    for (let round = 0; round < 300; round++) {
      const text = letters(random, 30)
      const pattern = letters(random, 6)
      const most = Math.floor(random() * 4)
      const found = findSimilar(text, pattern, most)
      if (found === null) continue
      const { range, errors } = found
      expect(editDistance(text.slice(range.start, range.end), pattern), `seed ${seed}`).toBe(errors)
      expect(leastDistance(text, pattern), `seed ${seed}`).toBe(errors)
    }
  })
})

function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function letters(random: () => number, length: number): string {
  return Array.from({ length }, () => 'abc'[Math.floor(random() * 3)]).join('')
}

function leastDistance(text: string, pattern: string): number {
  let least = pattern.length
  for (let start = 0; start <= text.length; start++)
    for (let end = start; end <= text.length; end++)
      least = Math.min(least, editDistance(text.slice(start, end), pattern))
  return least
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (const [index, unit] of [...one].entries()) {
    const next = [index + 1]
    for (let column = 1; column <= other.length; column++)
      next.push(
        Math.min(
          (row[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (row[column - 1] ?? 0) + (other[column - 1] === unit ? 0 : 1),
        ),
      )
    row = next
  }
  return row[other.length] ?? 0
}
