import { PublicAnswer } from '@randnotiz/contract/answers/answer'
import type { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import { AnnotationId, BlockId, DocumentId, Slug } from '@randnotiz/contract/kit/ids'
import { expect, it } from 'vitest'
import type { CountedContribution } from './process-numbers.js'
import { resultNumbers } from './result-numbers.js'

const id = (number: number) => AnnotationId.parse(number.toString(16).padStart(24, '0'))
const textId = DocumentId.parse('a'.repeat(24))
const document = { id: textId, slug: Slug.parse('text'), title: { de: 'Text', en: 'Text' } }
const goal = { blockId: BlockId.parse('ziel'), text: 'Ziel' }
const way = { blockId: BlockId.parse('weg'), text: 'Weg' }

const contribution = (
  number: number,
  {
    kind = 'idea',
    chapter = null,
  }: Partial<Pick<CountedContribution, 'chapter'> & CountedContribution['annotation']>,
): CountedContribution => ({
  annotation: {
    id: id(number),
    kind,
    createdAt: '2026-01-31T10:00:00.000Z',
    workshop: null,
    source: null,
    received: null,
  },
  documentId: textId,
  chapter,
})

const answered = (number: number, kinds: readonly OutcomeKind[], open = 0) => ({
  annotationId: id(number),
  documentId: textId,
  answer: PublicAnswer.parse({
    points: kinds.map((kind, at) => ({
      number: at + 1,
      pieces: [],
      publishedAt: '2026-02-10T10:00:00.000Z',
      together: 1,
      outcome: { kind },
      reason: 'Gut.',
      change: null,
    })),
    open,
  }),
})

const { kinds, chapters } = resultNumbers({
  texts: [{ document, chapters: [goal, way] }],
  contributions: [
    contribution(1, {}),
    contribution(2, { kind: 'risk', chapter: way }),
    contribution(3, { chapter: goal }),
    contribution(4, { kind: 'risk', chapter: way }),
    contribution(5, { kind: 'risk', chapter: { blockId: BlockId.parse('fremd'), text: 'Nicht zu lesen' } }),
  ],
  answers: [answered(1, ['rejected']), answered(2, ['adopted', 'partly']), answered(4, ['partly'], 1)],
})

it('counts by kind, each contribution once however many points it has', () => {
  expect(kinds).toEqual([
    { kind: 'risk', contributions: 3, answered: 1, adopted: 2 },
    { kind: 'idea', contributions: 2, answered: 1, adopted: 0 },
  ])
})

it('counts by chapter, in the order of the text; under a heading that one may not read as before the first', () => {
  expect(chapters).toEqual([
    { document, blockId: null, heading: null, contributions: 2, answered: 1, adopted: 0 },
    { document, blockId: 'ziel', heading: 'Ziel', contributions: 1, answered: 0, adopted: 0 },
    { document, blockId: 'weg', heading: 'Weg', contributions: 2, answered: 1, adopted: 2 },
  ])
})
