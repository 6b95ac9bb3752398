import { PassageClaim, passageLimit } from '@randnotiz/contract/annotations/target'
import { resolveCrdtRange } from '@randnotiz/document-schema/crdt-range'
import { expect, test } from 'vitest'
import { aText, type TestText } from '../testing/a-text.js'
import { claimPassage, renewClaim } from './passage-claim.js'

const seen = (text: TestText) => ({ index: text.index(), stateVector: 'AA==' })

function claimed(text: TestText, start: number, end: number) {
  const result = claimPassage(seen(text), { start, end })
  if (result.type !== 'claimed') throw new Error(result.type)
  return result.claim
}

test('a claim holds the offsets, the words and a range that resolves to them', () => {
  const text = aText('Erster Absatz.', 'Zweiter Absatz.')
  const claim = claimed(text, 15, 22)
  expect(claim).toMatchObject({ exact: 'Zweiter', range: { start: 15, end: 22 } })
  expect(resolveCrdtRange(text.index(), claim.crdt)).toMatchObject({ kind: 'alive', text: 'Zweiter' })
  expect(PassageClaim.safeParse(claim).success).toBe(true)
})

test('white space and line breaks at the edges of a selection are left out', () => {
  const text = aText('Erster Absatz. ', 'Zweiter Absatz.')
  expect(claimed(text, 6, 16).exact).toBe('Absatz.')
})

test('a selection over two paragraphs is one passage', () => {
  const text = aText('Erster Absatz.', 'Zweiter Absatz.')
  expect(claimed(text, 7, 22).exact).toBe('Absatz.\nZweiter')
})

test('half a character is made whole', () => {
  const text = aText('Rad 🚲 Weg')
  expect(claimed(text, 5, 10).exact).toBe('🚲 Weg')
  expect(claimed(text, 0, 5).exact).toBe('Rad 🚲')
})

test('white space alone, nothing, or a place outside is no passage', () => {
  const text = aText('Ein Wort')
  for (const [start, end] of [
    [3, 4],
    [2, 2],
    [50, 60],
  ] as const)
    expect(claimPassage(seen(text), { start, end })).toEqual({ type: 'nothing-selected' })
})

test('too long a passage says how long it is', () => {
  const text = aText('Wort '.repeat(passageLimit))
  expect(claimPassage(seen(text), { start: 0, end: passageLimit + 4 })).toEqual({
    type: 'too-long',
    length: passageLimit + 4,
    limit: passageLimit,
  })
})

test('after staff have written, a claim is renewed, or says that its words changed or are gone', () => {
  const words = 'Die Stadt baut zwölf Stellplätze.'
  const text = aText(words)
  const claim = claimed(text, words.indexOf('zwölf'), words.length - 1)
  text.paragraph(0).insert(0, 'Neu: ')
  expect(renewClaim(seen(text), claim)).toMatchObject({
    type: 'same-words',
    claim: { exact: 'zwölf Stellplätze', range: { start: words.indexOf('zwölf') + 5 } },
  })
  text.paragraph(0).insert(5 + words.indexOf('Stell'), 'neue ')
  expect(renewClaim(seen(text), claim)).toMatchObject({
    type: 'other-words',
    claim: { exact: 'zwölf neue Stellplätze' },
  })
  text.paragraph(0).delete(0, text.paragraph(0).length)
  expect(renewClaim(seen(text), claim)).toEqual({ type: 'lost' })
})
