import { AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import { describe, expect, it } from 'vitest'
import { isDue } from './due.js'
import { fillTextBlock } from './fill-text-block.js'
import { type CasePoints, type Published, publicAnswers } from './public-answers.js'
import { judgePieces } from './split.js'
import { countedAnswer, totalsOf } from './totals.js'

const id = (digit: string) => AnnotationId.parse(digit.repeat(24))
const text = (digit: string) => DocumentId.parse(digit.repeat(24))

const published = (members: Published['members'] = []): Published => ({
  outcome: { kind: 'noted' },
  reason: 'Danke.',
  change: null,
  publishedAt: '2026-05-01T09:00:00.000Z',
  members,
})

describe('public answers', () => {
  it('are those of the lead for whoever was answered together with it', () => {
    const lead: CasePoints = {
      annotationId: id('1'),
      points: [{ number: 1, pieces: [], published: published([{ annotationId: id('2'), number: 1 }]) }],
    }
    const answers = publicAnswers([id('1'), id('2'), id('3')], [lead])
    expect([...answers.keys()]).toEqual([id('1'), id('2')])
    expect(answers.get(id('2'))).toMatchObject({ open: 0, points: [{ reason: 'Danke.', together: 2 }] })
  })

  it('count what is still open of a contribution of several points', () => {
    const split: CasePoints = {
      annotationId: id('1'),
      points: [
        { number: 1, pieces: [], published: published() },
        { number: 3, pieces: [], published: null },
      ],
    }
    const answer = publicAnswers([id('1')], [split]).get(id('1'))
    expect(answer).toMatchObject({ open: 1, points: [{ number: 1 }] })
    if (!answer) throw new Error('no answer')
    const totals = totalsOf({
      contributions: [{ documentId: text('a'), count: 5 }],
      answers: [countedAnswer({ documentId: text('a'), answer })],
    })
    expect(totals).toMatchObject({ contributions: 5, answered: 0, outcomes: { noted: 1 } })
  })
})

describe('splitting', () => {
  const words = { body: 'Mehr Bänke und mehr Licht.', reason: null, instead: null, replacement: null }
  const piece = (start: number, end: number) => ({ part: 'body' as const, start, end })

  it('takes points with words of their own', () => {
    expect(judgePieces(words, [{ pieces: [piece(0, 10)] }, { pieces: [piece(15, 26)] }])).toBeNull()
    expect(judgePieces(words, [{ pieces: [] }])).toBeNull()
  })

  it('refuses empty points, words that are not there, and the same words twice in one', () => {
    const unfit = 'answers/split-unfit'
    expect(judgePieces(words, [{ pieces: [piece(0, 10)] }, { pieces: [] }])).toBe(unfit)
    expect(judgePieces(words, [{ pieces: [piece(10, 11)] }, { pieces: [piece(0, 4)] }])).toBe(unfit)
    expect(judgePieces(words, [{ pieces: [piece(0, 400)] }])).toBe(unfit)
    expect(judgePieces(words, [{ pieces: [piece(0, 10), piece(5, 12)] }])).toBe(unfit)
  })
})

it('fills the holes of text blocks, and leaves others alone', () => {
  const values = {
    dokument: 'Mobile Stadt',
    kapitel: 'Radwege',
    name: 'Ulme',
    zitat: '',
    datum: '1. Mai 2026',
  }
  expect(fillTextBlock('Zu {{ Dokument }}, {{kapitel}}: {{wetter}}', values)).toBe(
    'Zu Mobile Stadt, Radwege: {{wetter}}',
  )
})

it('says what is due', () => {
  expect(isDue('2026-04-30', 'overdue', '2026-05-01')).toBe(true)
  expect(isDue('2026-05-01', 'overdue', '2026-05-01')).toBe(false)
  expect(isDue('2026-05-08', 'week', '2026-05-01')).toBe(true)
  expect(isDue(null, 'week', '2026-05-01')).toBe(false)
  expect(isDue(null, 'none', '2026-05-01')).toBe(true)
})
