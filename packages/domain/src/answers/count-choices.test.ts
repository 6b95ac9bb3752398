import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countChoices } from './count-choices.js'

const names = ['colour', 'size'] as const
type Row = { colour: string[]; size: string[] }
const saidOf = (row: Row) => row

const rows: Row[] = [
  { colour: ['red'], size: ['small'] },
  { colour: ['red', 'blue'], size: ['large'] },
  { colour: ['blue'], size: ['small'] },
  { colour: [], size: ['large'] },
]

it('counts for each word of a choice what it would find beside the other choices', () => {
  const { matching, countsOf } = countChoices(rows, { names, saidOf, chosen: { size: 'small' } })
  expect(matching).toEqual([rows[0], rows[2]])
  expect(countsOf('colour')).toEqual({ red: 1, blue: 1 })
  expect(countsOf('size')).toEqual({ small: 2, large: 2 })
})

it('finds by each word exactly as many as it has said before', () => {
  const word = fc.constantFrom('a', 'b', 'c')
  const said = fc.uniqueArray(word, { maxLength: 2 })
  const chosen = fc.record({ colour: word, size: word }, { requiredKeys: [] })
  fc.assert(
    fc.property(fc.array(fc.record({ colour: said, size: said })), chosen, (some, choice) => {
      const { countsOf } = countChoices(some, { names, saidOf, chosen: choice })
      for (const name of names)
        for (const other of ['a', 'b', 'c']) {
          const found = countChoices(some, { names, saidOf, chosen: { ...choice, [name]: other } })
          expect(countsOf(name)[other] ?? 0).toBe(found.matching.length)
        }
    }),
  )
})
