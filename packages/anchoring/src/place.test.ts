import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { DocumentId, TextStateId } from '@randnotiz/contract/kit/ids'
import { expect, it } from 'vitest'
import { describePassage } from './describe-passage.js'
import { type FoundRange, placeOf } from './place.js'

const text =
  'Die Stadt prüft bis zum Sommer, wo Bänke fehlen.\nAm Markt fehlen Bäume, sagen viele.\nDer Rat berät.'
const words = 'fehlen Bäume'

type Status = 'exact' | 'pending' | 'suggested' | 'orphaned'

/** An annotation on the words that the server has found at its own letters, or not. */
function annotationWith(
  status: Status,
  method: 'crdt' | 'version-map' = 'crdt',
): Pick<Annotation, 'target' | 'resolution' | 'attachment'> {
  const start = text.indexOf(words)
  const range = { start, end: start + words.length }
  const crdt = { start: 'AAEB', end: 'AAEB' }
  const documentId = DocumentId.parse('d'.repeat(24))
  const textStateId = TextStateId.parse('e'.repeat(24))
  const quote = describePassage(text, range)
  const resolvedAt = '2026-01-13T12:00:00.000Z'
  return {
    attachment: null,
    target: { kind: 'passage', documentId, textStateId, quote, range, crdt, stateVector: 'AA==' },
    resolution:
      status === 'pending'
        ? { status }
        : status === 'orphaned'
          ? { status, resolvedAt }
          : { status, range, crdt, method, resolvedAt },
  }
}

function alive(current: string, exact: string): FoundRange {
  const start = current.indexOf(exact)
  return { kind: 'alive', start, end: start + exact.length, text: exact }
}

const placeIn = (current: string, exact: string, annotation = annotationWith('exact')) =>
  placeOf(annotation, alive(current, exact), current).type

it('a passage stays attached while somebody writes before it, beside it or in it', () => {
  expect(placeIn(`Neu. ${text}`, words)).toBe('attached')
  expect(placeIn(text.replace('fehlen Bäume', 'leider fehlen Bäume'), words)).toBe('attached')
  expect(placeIn(text.replace('fehlen Bäume', 'fehlen Bäume sehr'), words)).toBe('attached')
  const annotation = annotationWith('exact')
  const current = text.replace('fehlen Bäume', 'fehlen junge Bäume')
  // Two words: all of them must be there.
  expect(placeOf(annotation, alive(current, 'fehlen junge Bäume'), current)).toMatchObject({ changed: true })
})

it('living letters among other words are searched, not painted', () => {
  const elsewhere = 'Ganz woanders steht, dass am Dorfplatz fehlen Bäume und Wasser.'
  expect(placeIn(elsewhere, words)).toBe('searching')
  const reworded = text.replace('fehlen Bäume', 'fahren Busse')
  expect(placeIn(reworded, 'fahren Busse')).toBe('searching')
})

it('other words are painted where the server has vouched for them', () => {
  const reworded = text.replace('fehlen Bäume', 'fahren Busse')
  expect(placeIn(reworded, 'fahren Busse', annotationWith('exact', 'version-map'))).toBe('attached')
})

it('what the server has not found yet is painted only with the quoted words at their place', () => {
  const pending = annotationWith('pending')
  expect(placeIn(text, words, pending)).toBe('attached')
  expect(placeIn(text.replace('fehlen Bäume', 'fehlen xBäume'), 'fehlen xBäume', pending)).toBe('searching')
})

it('dead letters, suggestions and orphans are never painted', () => {
  expect(placeOf(annotationWith('exact'), { kind: 'damaged' }, text)).toEqual({ type: 'searching' })
  expect(placeOf(annotationWith('suggested'), null, text)).toEqual({ type: 'suggested' })
  expect(placeOf(annotationWith('orphaned'), null, text)).toEqual({ type: 'orphaned' })
})

it('what staff have put elsewhere is held against the words there; changed against those it quotes', () => {
  const made = annotationWith('exact')
  const current = `${text} Dort fahren Busse am Abend.`
  expect(placeIn(current, 'fahren Busse', made)).toBe('searching')
  if (made.target.kind !== 'passage') throw new Error('built on a passage')
  const quote = { exact: 'fahren Busse', prefix: `${text} Dort `, suffix: ' am Abend.' }
  const anchor = { ...made.target, quote }
  const attachment = {
    decision: 'attached',
    anchor,
    number: 1,
    decidedAt: '2026-05-01T09:00:00.000Z',
  } as const
  expect(placeOf({ ...made, attachment }, alive(current, 'fahren Busse'), current)).toMatchObject({
    type: 'attached',
    changed: true,
  })
})
