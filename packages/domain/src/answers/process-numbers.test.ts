import { PublicAnswer } from '@randnotiz/contract/answers/answer'
import { AnnotationId, BlockId, DocumentId, Slug } from '@randnotiz/contract/kit/ids'
import { expect, it } from 'vitest'
import { type CountedContribution, processNumbers } from './process-numbers.js'

const id = (number: number) => AnnotationId.parse(number.toString(16).padStart(24, '0'))
const textId = DocumentId.parse('a'.repeat(24))
const document = { id: textId, slug: Slug.parse('text'), title: { de: 'Text', en: 'Text' } }
const goal = { blockId: BlockId.parse('ziel'), text: 'Ziel' }

const contribution = (
  number: number,
  change: Partial<CountedContribution['annotation']> = {},
): CountedContribution => ({
  annotation: {
    id: id(number),
    kind: 'idea',
    createdAt: '2026-01-31T10:00:00.000Z',
    workshop: null,
    source: null,
    received: null,
    ...change,
  },
  documentId: textId,
  chapter: number % 2 === 0 ? goal : null,
})

const answer = (publishedAt: string, open = 0) =>
  PublicAnswer.parse({
    points: [
      {
        number: 1,
        pieces: [],
        publishedAt,
        together: 1,
        outcome: { kind: 'noted' },
        reason: 'Gut.',
        change: null,
      },
    ],
    open,
  })

const numbers = processNumbers({
  texts: [{ document, chapters: [goal] }],
  contributions: [
    contribution(1),
    contribution(2, { kind: 'risk', createdAt: '2026-03-31T22:30:00.000Z' }),
    contribution(3, { received: { channel: 'letter', on: '2026-01-01' } }),
    contribution(4),
  ],
  answers: [
    { annotationId: id(1), documentId: textId, answer: answer('2026-02-10T10:00:00.000Z') },
    { annotationId: id(3), documentId: textId, answer: answer('2026-01-03T00:00:00.000Z') },
    { annotationId: id(4), documentId: textId, answer: answer('2026-02-01T10:00:00.000Z', 1) },
  ],
})

it('breaks the same contributions down in every way, each to the same sum', () => {
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
  expect(numbers.totals).toMatchObject({ contributions: 4, answered: 2, outcomes: { noted: 3 } })
  expect(numbers.kinds).toEqual({ idea: 3, risk: 1 })
  expect(numbers.channels).toEqual({ online: 3, letter: 1 })
  expect(numbers.chapters.map(({ heading, count }) => [heading, count])).toEqual([
    [null, 2],
    ['Ziel', 2],
  ])
  for (const counts of [Object.values(numbers.kinds), Object.values(numbers.channels)])
    expect(sum(counts)).toBe(4)
})

it('tells months in the time of the town, those without anything too', () => {
  expect(numbers.months).toEqual([
    { month: '2026-01', count: 3 },
    { month: '2026-02', count: 0 },
    { month: '2026-03', count: 0 },
    { month: '2026-04', count: 1 },
  ])
})

it('counts the days from the day a letter came, and only of what is answered whole', () => {
  expect(numbers.times).toEqual({ answered: 2, medianDays: 6, p90Days: 10 })
})

it('says nothing of times before there is an answer', () => {
  const empty = processNumbers({ texts: [], contributions: [], answers: [] })
  expect(empty.times).toEqual({ answered: 0, medianDays: null, p90Days: null })
  expect(empty.months).toEqual([])
})
