import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sequenceDifference } from './sequence-difference.js'

const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })

it('always leads from one to the other, and what is the same is the same', () => {
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const steps = sequenceDifference(before, after)
      let [i, j] = [0, 0]
      for (const { same, before: gone, after: come } of steps) {
        expect([gone[0], come[0]]).toEqual([i, j])
        ;[i, j] = [gone[1], come[1]]
        if (same) expect(before.slice(...gone)).toEqual(after.slice(...come))
      }
      expect([i, j]).toEqual([before.length, after.length])
    }),
  )
})

it('finds as much in common as there is', () => {
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const common = sequenceDifference(before, after)
        .filter(({ same }) => same)
        .reduce((sum, { before: [start, end] }) => sum + end - start, 0)
      expect(common).toBe(longestCommon(before, after))
    }),
  )
})

it('takes what has nothing in common as a whole', () => {
  const many = (letter: string) => Array.from({ length: 5_000 }, (_, number) => `${letter}${number}`)
  expect(sequenceDifference(many('a'), many('b'))).toEqual([
    { same: false, before: [0, 5_000], after: [0, 5_000] },
  ])
})

/** The textbook's table. */
function longestCommon(before: string[], after: string[]): number {
  let row = new Array<number>(after.length + 1).fill(0)
  for (const one of before) {
    const next = [0]
    after.forEach((other, j) => {
      next.push(one === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}
