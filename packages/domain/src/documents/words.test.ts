import { expect, it } from 'vitest'
import { countWords } from './words.js'

it('counts words as a person does', () => {
  expect(countWords('')).toBe(0)
  expect(countWords('Rund 74.000 Menschen, in 27 Ortsteilen.')).toBe(6)
  expect(countWords('Bürger*innen-Rat: ja!\n– oder?')).toBe(3)
})
