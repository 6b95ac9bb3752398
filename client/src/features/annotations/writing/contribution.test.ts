import { CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import { CommandId } from '@randnotiz/contract/kit/ids'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { expect, test } from 'vitest'
import { aContribution, someWords } from '../testing/a-contribution.js'
import { annotationId, userId } from '../testing/an-annotation.js'
import { advance, createCommand, mistakesIn } from './contribution.js'

const submitted = { type: 'submitted', author: userId(1) } as const
const sending = advance(aContribution(), submitted)

test('a submitted draft is sent under the name of who submitted it', () => {
  expect(sending).toMatchObject({ author: userId(1), state: { type: 'sending', attempt: 1 } })
})

test('without an answer it waits and is tried again under the same command id with the same words', () => {
  const waiting = advance(sending, { type: 'unanswered' })
  expect(waiting.state.type).toBe('waiting')
  const changed = { type: 'revised', commandId: freshId(), words: someWords('Anderes') } as const
  expect(advance(waiting, changed)).toBe(waiting)
  expect(advance(waiting, { type: 'tried-again' })).toEqual({
    ...sending,
    state: { type: 'sending', attempt: 2 },
  })
})

test('an accepted one is sent', () => {
  const result = accept({ id: annotationId(5) })
  expect(advance(sending, { type: 'answered', result }).state).toEqual({
    type: 'sent',
    annotationId: annotationId(5),
  })
})

test('a refusal that passes makes it wait, for as long as the server says', () => {
  const result = refuse('request/too-many', { retryAfter: 30 })
  expect(advance(sending, { type: 'answered', result }).state).toMatchObject({
    type: 'waiting',
    retryAfter: 30,
  })
})

test('a refused one keeps its words and may be revised under a new id', () => {
  const refused = advance(sending, { type: 'answered', result: refuse('publishing/phase-closed') })
  expect(refused).toMatchObject({ words: sending.words, state: { type: 'refused' } })
  const commandId = freshId()
  expect(advance(refused, { type: 'revised', commandId, words: someWords('Neu') })).toMatchObject({
    commandId,
    words: { body: 'Neu' },
    state: { type: 'draft' },
  })
})

test('events that mean nothing in a state change nothing', () => {
  expect(advance(sending, submitted)).toBe(sending)
  expect(advance(aContribution(), { type: 'unanswered' }).state.type).toBe('draft')
})

test('the command fits the contract, with a replacement for a wording only', () => {
  const words = { ...someWords('Warum'), replacement: 'Neuer Wortlaut' }
  expect(CreateAnnotation.parse(createCommand(aContribution(words), words))).toMatchObject({
    replacement: null,
  })
})

test('mistakes are found before sending', () => {
  expect(mistakesIn(someWords('  '))).toEqual([{ field: 'body', problem: 'missing' }])
  expect(mistakesIn(someWords('x'.repeat(5_001)))).toEqual([{ field: 'body', problem: 'too-long' }])
  const passage = {
    stateVector: 'AA==',
    range: { start: 0, end: 3 },
    exact: 'alt',
    crdt: { start: 'AA==', end: 'AA==' },
  }
  const wording = { ...someWords('Grund'), kind: 'wording' as const, passage, replacement: 'alt ' }
  expect(mistakesIn(wording)).toEqual([{ field: 'replacement', problem: 'unchanged' }])
})

function freshId(): CommandId {
  return CommandId.parse(crypto.randomUUID())
}
