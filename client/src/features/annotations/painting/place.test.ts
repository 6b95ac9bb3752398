import { expect, test } from 'vitest'
import { aText, type TestText } from '../testing/a-text.js'
import { anAnnotation, anAnnotationOn } from '../testing/an-annotation.js'
import { type Place, placeAnnotations, suggestedPlace } from './place.js'

const first = 'Die Stadt baut zwölf Radstellplätze.'
const second = 'Der Bus fährt jede Viertelstunde.'

const wordsAt = (text: TestText, place: Place | undefined) =>
  place?.type === 'attached' ? text.index().text.slice(place.range.start, place.range.end) : null

test('a passage follows what staff type before it', () => {
  const text = aText(first, second)
  const annotation = anAnnotationOn(text.index(), 'jede Viertelstunde')
  text.paragraph(0).insert(0, 'Ab Mai: ')
  const [place] = placeAnnotations([annotation], text.index())
  expect(wordsAt(text, place)).toBe('jede Viertelstunde')
  expect(place).toMatchObject({ type: 'attached', changed: false })
})

test('a passage that staff type into stays and says that it changed', () => {
  const text = aText(first)
  const annotation = anAnnotationOn(text.index(), 'zwölf Radstellplätze')
  text.paragraph(0).insert(first.indexOf('Rad'), 'überdachte ')
  const [place] = placeAnnotations([annotation], text.index())
  expect(wordsAt(text, place)).toBe('zwölf überdachte Radstellplätze')
  expect(place).toMatchObject({ changed: true })
})

test('a passage whose words were removed is searched, not painted elsewhere', () => {
  const text = aText(first, second)
  const annotation = anAnnotationOn(text.index(), 'zwölf Radstellplätze')
  text.paragraph(0).delete(first.indexOf('zwölf'), 'zwölf Radstellplätze'.length)
  expect(placeAnnotations([annotation], text.index())).toEqual([{ type: 'searching' }])
})

test('what the server has not confirmed is painted only with the quoted words', () => {
  const text = aText(first)
  const pending = { ...anAnnotationOn(text.index(), 'zwölf'), resolution: { status: 'pending' } as const }
  expect(placeAnnotations([pending], text.index())[0]).toMatchObject({ type: 'attached', changed: false })
  text.paragraph(0).insert(first.indexOf('ölf'), 'xx')
  expect(placeAnnotations([pending], text.index())).toEqual([{ type: 'searching' }])
})

test('suggested, orphaned and whole-text annotations are never painted', () => {
  const text = aText(first)
  const exact = anAnnotationOn(text.index(), 'zwölf')
  const { resolution } = exact
  if (resolution.status !== 'exact') throw new Error('built as exact')
  const suggested = { ...exact, resolution: { ...resolution, status: 'suggested' } as const }
  const orphaned = {
    ...exact,
    resolution: { status: 'orphaned', resolvedAt: resolution.resolvedAt } as const,
  }
  const places = placeAnnotations([suggested, orphaned, anAnnotation(3), exact], text.index())
  expect(places.map(({ type }) => type)).toEqual(['suggested', 'orphaned', 'document', 'attached'])
})

test('what staff have put elsewhere is painted there while the server still computes', () => {
  const text = aText(first, second)
  const made = anAnnotationOn(text.index(), 'zwölf')
  const { target } = anAnnotationOn(text.index(), 'jede Viertelstunde')
  if (target.kind !== 'passage') throw new Error('built on a passage')
  const { kind: _kind, documentId: _documentId, ...anchor } = target
  const attachment = { decision: 'attached', anchor, number: 1, decidedAt: made.createdAt } as const
  const moved = { ...made, attachment, resolution: { status: 'pending' } as const }
  const [place] = placeAnnotations([moved], text.index())
  expect(wordsAt(text, place)).toBe('jede Viertelstunde')
  expect(place).toMatchObject({ changed: true })
})

test('a suggestion leads staff to its place while that is there', () => {
  const text = aText(first)
  const exact = anAnnotationOn(text.index(), 'zwölf')
  if (exact.resolution.status !== 'exact') throw new Error('built as exact')
  const suggested = { ...exact, resolution: { ...exact.resolution, status: 'suggested' } as const }
  expect(suggestedPlace(exact, text.index())).toBeNull()
  expect(suggestedPlace(suggested, text.index())).toEqual({ start: 15, end: 20 })
  text.paragraph(0).delete(0, first.length)
  expect(suggestedPlace(suggested, text.index())).toBeNull()
})
