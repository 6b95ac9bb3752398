import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { published } from '@randnotiz/contract/annotations/publication'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import { noSupport } from '@randnotiz/contract/annotations/support'
import { Target } from '@randnotiz/contract/annotations/target'
import { AnnotationId, DocumentId, TextStateId, UserId } from '@randnotiz/contract/kit/ids'
import { createCrdtRange } from '@randnotiz/document-schema/crdt-range'
import type { FlatIndex } from '@randnotiz/document-schema/flat-text'

/** A hexadecimal id that ends in the given number. */
const hex = (number: number): string => number.toString(16).padStart(24, '0')

export const annotationId = (number: number): AnnotationId => AnnotationId.parse(hex(number))
export const userId = (number: number): UserId => UserId.parse(hex(number))
export const aDocumentId = DocumentId.parse(hex(1))

/** An annotation on the whole text. */
export function anAnnotation(number: number, body = `Anmerkung ${number}`): Annotation {
  return {
    id: annotationId(number),
    target: { kind: 'document', documentId: aDocumentId },
    resolution: { status: 'whole' },
    attachment: null,
    kind: 'idea',
    body,
    reason: null,
    instead: null,
    replacement: null,
    publication: published,
    proposal: null,
    author: { kind: 'account', id: userId(7), pseudonym: 'Lippegans', staff: false },
    editedAt: null,
    edition: 1,
    createdAt: `2026-05-01T09:00:${String(number % 60).padStart(2, '0')}.000Z`,
    support: noSupport,
    replies: [],
    answer: null,
    blackened: 'nothing',
    source: null,
    workshop: null,
    received: null,
  }
}

/** An annotation on the first place where the words stand. */
export function anAnnotationOn(index: FlatIndex, words: string, number = 1): Annotation {
  const start = index.text.indexOf(words)
  const range = { start, end: start + words.length }
  const crdt = createCrdtRange(index, range)
  if (start === -1 || crdt === null) throw new Error(`not in the text: ${words}`)
  const resolution: Resolution = {
    status: 'exact',
    range,
    crdt,
    method: 'crdt',
    resolvedAt: '2026-05-01T09:00:00.000Z',
  }
  const target = Target.parse({
    kind: 'passage',
    documentId: aDocumentId,
    textStateId: TextStateId.parse(hex(2)),
    quote: { exact: words, prefix: '', suffix: '' },
    range,
    crdt,
    stateVector: 'AA==',
  })
  return { ...anAnnotation(number), target, resolution }
}
