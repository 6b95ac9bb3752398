import { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { Blackening } from '@randnotiz/contract/answers/exports/blackening'
import { ContributionPart, type Piece } from '@randnotiz/contract/answers/piece'
import { AnnotationId } from '@randnotiz/contract/kit/ids'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ContributionWords, excerptOf } from '../excerpt.js'
import { blackBar, blackenedWords } from './blacken.js'
import { blackenedAnnotation, blackenedForFile } from './blackened-annotation.js'

const nothing: ContributionWords = { body: null, reason: null, instead: null, replacement: null }
const inBody = (start: number, end: number): Piece => ({ part: 'body', start, end })

const readable = (body: string, pieces: Piece[], edition = 1) =>
  blackenedWords({ ...nothing, body, edition: 1 }, { edition, pieces })

describe('blackened words', () => {
  it('are gone, and nobody can tell how many they were', () => {
    const one = readable('Mein Nachbar Karl sägt nachts.', [inBody(13, 17)])
    const other = readable('Mein Nachbar Maximilian sägt nachts.', [inBody(13, 23)])
    expect(one.words.body).toBe(`Mein Nachbar ${blackBar} sägt nachts.`)
    expect(other.words).toEqual(one.words)
    expect(one.blackened).toBe('passages')
  })

  it('that touch are one', () => {
    expect(readable('abcdef', [inBody(0, 2), inBody(2, 4), inBody(3, 5)]).words.body).toBe(`${blackBar}f`)
  })

  it('are gone wherever they stand again: in other parts and beside, however they are written', () => {
    const words = { ...nothing, body: 'Karl Meier sägt.', reason: 'Weil KARL\nMEIER laut ist.' }
    const { words: shown, beside } = blackenedWords(
      { ...words, edition: 1 },
      { edition: 1, pieces: [inBody(0, 10)] },
    )
    expect(shown.reason).toBe(`Weil ${blackBar} laut ist.`)
    expect(beside('Wir reden mit Karl  Meier.')).toBe(`Wir reden mit ${blackBar}.`)
  })

  it('of which one is too short to be told from others go only where they are marked', () => {
    const { words, beside } = readable('an der Ampel an', [inBody(0, 2)])
    expect(words.body).toBe(`${blackBar} der Ampel an`)
    expect(beside('an der Wand')).toBe('an der Wand')
  })

  it('take signs as signs, not as a pattern', () => {
    expect(readable('a.*b? (c) [d]', [inBody(0, 5)]).beside('a.*b? axxb')).toBe(`${blackBar} axxb`)
  })

  it('are all of them when the author has changed them since', () => {
    const { words, blackened, moved } = readable('Etwas Neues', [inBody(0, 2)], 7)
    expect(words).toEqual({ ...nothing, body: blackBar })
    expect(blackened).toBe('everything')
    expect(moved(inBody(2, 5))).toEqual(inBody(0, blackBar.length))
  })

  it('are all there where nothing was marked', () => {
    const { words, blackened, beside } = blackenedWords({ ...nothing, body: 'Alles.', edition: 2 }, null)
    expect([words.body, blackened, beside('Alles.')]).toEqual(['Alles.', 'nothing', 'Alles.'])
  })
})

const letters = fc.constantFrom(...'abcdeäß 🚲\n.('.split(''))
const text = fc.string({ unit: letters, minLength: 1, maxLength: 60 })
const parts = fc.record({
  body: text,
  reason: fc.option(text),
  instead: fc.option(text),
  replacement: fc.option(text),
})
const ends = fc.array(fc.tuple(fc.constantFrom(...ContributionPart.options), fc.nat(60), fc.nat(60)), {
  minLength: 1,
  maxLength: 5,
})

/** Pieces that lie within the words. */
function piecesIn(words: ContributionWords, drawn: [ContributionPart, number, number][]): Piece[] {
  return drawn.flatMap(([part, one, other]) => {
    const length = words[part]?.length ?? 0
    const [start, end] = [Math.min(one, other), Math.min(Math.max(one, other), length)]
    return start < end ? [{ part, start, end }] : []
  })
}

it('leave no trace in whatever is read, however they lie, and pieces of the rest stay what they were', () => {
  fc.assert(
    fc.property(parts, ends, ends, (words, marked, asked) => {
      const pieces = piecesIn(words, marked)
      const {
        words: shown,
        excerpt,
        moved,
        beside,
      } = blackenedWords({ ...words, edition: 1 }, { edition: 1, pieces })
      const hidden = pieces
        .map(({ part, start, end }) => words[part]?.slice(start, end).trim() ?? '')
        .filter(({ length }) => length >= 3)
      const said = [...Object.values(shown), ...Object.values(words).map(one => beside(one ?? ''))].join('\0')
      for (const one of hidden) expect(said).not.toContain(one)
      for (const piece of piecesIn(words, asked)) {
        const there = moved(piece)
        expect(there.start).toBeLessThan(there.end)
        expect(excerptOf(shown, [there])).toEqual([excerpt([piece])[piece.part]])
      }
    }),
  )
})

const id = AnnotationId.parse('a'.repeat(24))
const author = { kind: 'account', id: 'b'.repeat(24), pseudonym: 'Heidi', staff: false }
const createdAt = '2026-05-01T09:00:00.000Z'
const contribution = Annotation.parse({
  id,
  target: {
    kind: 'passage',
    documentId: 'c'.repeat(24),
    textStateId: 'd'.repeat(24),
    quote: { exact: 'das Haus von Karl Meier', prefix: 'Karl Meier sagt: ', suffix: '' },
    range: { start: 17, end: 40 },
    stateVector: 'AA==',
    crdt: { start: 'AA==', end: 'AA==' },
  },
  resolution: { status: 'pending' },
  kind: 'idea',
  body: 'Karl Meier sägt nachts.',
  replacement: null,
  author,
  createdAt,
  replies: [{ id: 'e'.repeat(24), author, body: 'Karl Meier? Der doch nicht.', createdAt }],
  answer: {
    open: 0,
    points: [
      {
        number: 1,
        pieces: [inBody(11, 15)],
        outcome: { kind: 'partly' },
        reason: 'Wir haben mit Karl Meier gesprochen.',
        change: {
          kind: 'passage',
          blockIds: ['x'],
          release: null,
          before: 'Karl Meier darf alles.',
          after: 'Niemand darf alles.',
          at: createdAt,
        },
        publishedAt: createdAt,
        together: 1,
      },
    ],
  },
})
const blackening: Blackening = { annotationId: id, edition: 1, pieces: [inBody(0, 10)], changedAt: createdAt }

describe('a contribution with blackened words', () => {
  it('is black in its words, in replies and in the answer; the answer still speaks of the same words', () => {
    const read = blackenedAnnotation(contribution, blackening)
    expect(read.target).toEqual(contribution.target)
    expect(JSON.stringify({ ...read, target: null })).not.toContain('Meier')
    const [point] = read.answer?.points ?? []
    expect(excerptOf(read, point?.pieces ?? [])).toEqual(['sägt'])
    expect(read.blackened).toBe('passages')
    expect(Annotation.parse(read)).toEqual(read)
  })

  it('has no such words in a file, where its passage is quoted either', () => {
    const read = blackenedForFile(contribution, blackening)
    expect(JSON.stringify(read)).not.toContain('Meier')
    expect(read.target).toMatchObject({
      quote: { exact: `das Haus von ${blackBar}`, prefix: `${blackBar} sagt: ` },
    })
  })

  it('is never longer than what may leave', () => {
    const long = { ...contribution, body: 'ab '.repeat(1_666) }
    const pieces = Array.from({ length: 20 }, (_, at) => inBody(at * 3, at * 3 + 1))
    const read = blackenedAnnotation(long, { ...blackening, pieces })
    expect(Annotation.safeParse(read).success).toBe(true)
  })
})
