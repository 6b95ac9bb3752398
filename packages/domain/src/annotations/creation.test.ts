import { CreateAnnotation, ReplyToAnnotation } from '@randnotiz/contract/annotations/commands'
import { describe, expect, it } from 'vitest'
import { checkCreation, checkReply } from './creation.js'

const passage = {
  stateVector: 'AA==',
  range: { start: 0, end: 4 },
  exact: 'Rad ',
  crdt: { start: 'AA==', end: 'AA==' },
}

function creation(changes: Record<string, unknown>) {
  return CreateAnnotation.parse({
    commandId: '2f4c1c52-6f5c-4f7c-9d43-2b7f3a8a6c11',
    documentId: 'a'.repeat(24),
    passage,
    kind: 'idea',
    body: 'Bänke fehlen.',
    replacement: null,
    ...changes,
  })
}

describe('a contribution', () => {
  it('is fine when it says something', () => {
    expect(checkCreation(creation({}))).toEqual({ ok: true, value: null })
    expect(checkCreation(creation({ body: '👍' })).ok).toBe(true)
  })

  it('of invisible characters only is refused', () => {
    expect(checkCreation(creation({ body: '\u200b\u2060' }))).toMatchObject({
      ok: false,
      refusal: { code: 'request/invalid', field: 'body' },
    })
  })

  it('that proposes the very wording it quotes is refused', () => {
    const same = creation({ kind: 'wording', passage: { ...passage, exact: 'Rad' }, replacement: 'Rad' })
    expect(checkCreation(same)).toMatchObject({ ok: false, refusal: { field: 'replacement' } })
    expect(checkCreation(creation({ kind: 'wording', replacement: 'Fahrrad' })).ok).toBe(true)
  })

  it('may say why and what instead, where its kind asks', () => {
    expect(checkCreation(creation({ reason: 'Wer müde ist, setzt sich.', instead: 'Drei Bänke.' })).ok).toBe(
      true,
    )
    expect(checkCreation(creation({ kind: 'benefit', instead: 'Nichts.' }))).toMatchObject({
      refusal: { code: 'request/invalid', field: 'instead' },
    })
    expect(checkCreation(creation({ kind: 'question', reason: 'Darum.' }))).toMatchObject({
      refusal: { field: 'reason' },
    })
    expect(checkCreation(creation({ reason: '\u200b' }))).toMatchObject({ refusal: { field: 'reason' } })
  })

  it('has replies that say something', () => {
    const reply = { commandId: '2f4c1c52-6f5c-4f7c-9d43-2b7f3a8a6c11', annotationId: 'b'.repeat(24) }
    expect(checkReply(ReplyToAnnotation.parse({ ...reply, body: 'Danke!' })).ok).toBe(true)
    expect(checkReply(ReplyToAnnotation.parse({ ...reply, body: '\u200b' })).ok).toBe(false)
  })
})
