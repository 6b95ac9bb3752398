import { expect, it } from 'vitest'
import { teaserOf } from './teaser.js'

it('keeps a short text, in one line', () => {
  expect(teaserOf(' Am Montag\n\nab 18 Uhr. ')).toBe('Am Montag ab 18 Uhr.')
})

it('ends a long one between two words', () => {
  const teaser = teaserOf('Straße, '.repeat(60))
  expect(teaser).toMatch(/Straße …$/)
  expect(teaser.length).toBeLessThan(245)
})

it('cuts a word that is longer than everything', () => {
  expect(teaserOf('x'.repeat(500))).toBe(`${'x'.repeat(240)} …`)
})
