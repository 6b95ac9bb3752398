import { expect, test } from 'vitest'
import { choosableSentences, chooseFirst, chooseLast, chosenRange, wholeBlock } from './sentence-choice.js'

const line = { text: 'Der Bus fährt öfter. Das gilt z. B. am Abend. Wer zahlt das?', start: 100 }
const chosen = (choice: Parameters<typeof chosenRange>[1]) => {
  const range = chosenRange(line, choice)
  return range === null ? null : line.text.slice(range.start - line.start, range.end - line.start)
}

test('abbreviations do not end a sentence', () => {
  expect(choosableSentences(line).map(({ text }) => text)).toEqual([
    'Der Bus fährt öfter.',
    'Das gilt z. B. am Abend.',
    'Wer zahlt das?',
  ])
})

test('a block of one sentence offers no choice', () => {
  expect(choosableSentences({ text: 'Mobile Stadt', start: 0 })).toEqual([])
})

test('one sentence, several, or the whole block', () => {
  expect(chosen(chooseFirst(wholeBlock, 1))).toBe('Das gilt z. B. am Abend.')
  expect(chosen(chooseLast(chooseFirst(wholeBlock, 1), 2))).toBe('Das gilt z. B. am Abend. Wer zahlt das?')
  expect(chosen(wholeBlock)).toBe(line.text)
})

test('the last sentence is never before the first', () => {
  expect(chooseFirst({ type: 'sentences', first: 0, last: 1 }, 2)).toEqual({
    type: 'sentences',
    first: 2,
    last: 2,
  })
  expect(chooseLast({ type: 'sentences', first: 1, last: 2 }, 0)).toEqual({
    type: 'sentences',
    first: 0,
    last: 0,
  })
})

test('offsets are those of the whole text', () => {
  expect(chosenRange(line, { type: 'sentences', first: 0, last: 0 })).toEqual({ start: 100, end: 120 })
})

test('a block without words, or a sentence that is gone, is no passage', () => {
  expect(chosenRange({ text: ' ', start: 0 }, wholeBlock)).toBeNull()
  expect(chosenRange(line, { type: 'sentences', first: 3, last: 3 })).toBeNull()
})
