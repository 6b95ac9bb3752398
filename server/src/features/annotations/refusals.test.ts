import type { CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import { passageLimit } from '@randnotiz/contract/annotations/target'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { toBase64 } from '@randnotiz/document-schema/base64'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimOf, creation, openTown, type Town } from './testing/town.js'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const newId = () => new mongoose.Types.ObjectId().toHexString()

/** Sends whatever it is given, as a hostile client would. */
async function send(command: unknown, name = 'annotation:create', pseudonym: string | undefined = 'Ulme') {
  const socket = await town.connect(pseudonym)
  return socket.emitWithAck(name as 'annotation:create', command as CreateAnnotation)
}

const refusal = (code: RefusalCode, field?: string) => ({
  ok: false,
  refusal: field === undefined ? { code } : { code, field },
})

describe('refused, and nothing is written:', () => {
  const text = 'Am Bahnhof 🚲 fehlen Bänke.\n'

  async function refusedClaim(change: (claim: ReturnType<typeof claimOf>) => object) {
    const { id, doc } = town.addDocument(text.trim(), 'x'.repeat(12_000))
    const command = { ...creation(id), passage: change(claimOf(doc, 'fehlen Bänke')) }
    const answer = await send(command)
    expect(
      await town.connection.collection('annotations').countDocuments({ commandId: command.commandId }),
    ).toBe(0)
    expect(await town.changeRowsOf(id)).toEqual([])
    return answer
  }

  it('offsets beyond the text', async () => {
    const beyond = { start: 90_000, end: 90_012 }
    expect(await refusedClaim(claim => ({ ...claim, range: beyond }))).toEqual(
      refusal('annotations/passage-outside', 'passage'),
    )
  })

  it('offsets beyond the text, of a state nobody knows', async () => {
    const foreign = {
      stateVector: toBase64(new Uint8Array([1, 7, 9])),
      range: { start: 90_000, end: 90_012 },
    }
    const dead = { start: 'AAEB', end: 'AAEB' }
    expect(await refusedClaim(claim => ({ ...claim, ...foreign, crdt: dead }))).toMatchObject({ ok: false })
  })

  it('words that do not stand there', async () => {
    expect(await refusedClaim(claim => ({ ...claim, exact: 'fehlen Bäume' }))).toEqual(
      refusal('annotations/passage-changed', 'passage'),
    )
  })

  it('half a character', async () => {
    const half = { exact: '\udeb2 fehlen', range: { start: 12, end: 20 } }
    expect(await refusedClaim(claim => ({ ...claim, ...half }))).toEqual(
      refusal('annotations/passage-outside', 'passage'),
    )
  })

  it('half a character at the end', async () => {
    const half = { exact: 'Bahnhof \ud83d', range: { start: 3, end: 12 } }
    expect(await refusedClaim(claim => ({ ...claim, ...half }))).toEqual(
      refusal('annotations/passage-outside', 'passage'),
    )
  })

  it('offsets that are none', async () => {
    for (const range of [
      { start: -1, end: 5 },
      { start: 5, end: 3 },
      { start: 0.5, end: 5 },
      { start: 0, end: Number.MAX_VALUE },
      { start: null, end: 5 },
    ])
      expect(await refusedClaim(claim => ({ ...claim, range }))).toMatchObject(refusal('request/invalid'))
  })

  it('characters that nobody can see', async () => {
    const { id, doc } = town.addDocument('Eins\u200b\u200b zwei')
    const seen = claimOf(doc, '\u200b\u200b')
    expect(await send({ ...creation(id), passage: seen })).toEqual(
      refusal('annotations/passage-outside', 'passage'),
    )
    expect(await town.changeRowsOf(id)).toEqual([])
  })

  it('a selection of white space', async () => {
    const blank = { exact: '\n', range: { start: 27, end: 28 } }
    expect(await refusedClaim(claim => ({ ...claim, ...blank }))).toEqual(
      refusal('annotations/passage-outside', 'passage'),
    )
  })

  it('an empty selection', async () => {
    expect(await refusedClaim(claim => ({ ...claim, exact: '', range: { start: 5, end: 5 } }))).toMatchObject(
      refusal('request/invalid'),
    )
  })

  it('a passage that is too long', async () => {
    const long = { exact: 'x'.repeat(10_000), range: { start: 28, end: 10_028 } }
    expect(long.exact.length).toBeGreaterThan(passageLimit)
    expect(await refusedClaim(claim => ({ ...claim, ...long }))).toEqual(
      refusal('annotations/passage-too-long', 'passage'),
    )
  })

  it('offsets and words of different lengths', async () => {
    expect(await refusedClaim(claim => ({ ...claim, range: { start: 14, end: 20 } }))).toEqual(
      refusal('request/invalid', 'passage.exact'),
    )
  })

  it('a CRDT range that is none', async () => {
    for (const crdt of [
      { start: 'AAAA', end: 'AAAA' },
      { start: '////', end: '////' },
    ])
      expect(await refusedClaim(claim => ({ ...claim, crdt }))).toEqual(
        refusal('request/invalid', 'passage.crdt'),
      )
  })

  it('a passage of another document', async () => {
    const other = town.addDocument('Ein ganz anderer Text, ohne Möbel.')
    expect(await refusedClaim(() => claimOf(other.doc, 'ohne Möbel'))).toEqual(
      refusal('annotations/passage-changed', 'passage'),
    )
  })

  it('a version of another document, though the same words stand there too', async () => {
    const other = town.addDocument(text.trim(), 'x'.repeat(12_000))
    expect(await refusedClaim(() => claimOf(other.doc, 'fehlen Bänke'))).toEqual(
      refusal('annotations/passage-changed', 'passage'),
    )
  })

  it('unknown ids', async () => {
    const { id } = town.addDocument(text)
    expect(await send({ ...creation(id), documentId: newId() })).toEqual(refusal('documents/unknown'))
    const reply = { commandId: creation(id).commandId, annotationId: newId(), body: 'Hallo?' }
    expect(await send(reply, 'annotation:reply')).toEqual(refusal('annotations/unknown'))
  })

  it('people without an account', async () => {
    const { id } = town.addDocument(text)
    const anonymous = await town.connect()
    expect(await anonymous.emitWithAck('annotation:create', creation(id))).toEqual(
      refusal('accounts/sign-in-required'),
    )
  })

  it('a closed phase', async () => {
    const { id } = town.addDocument(text)
    town.closed.add('annotate')
    expect(await send(creation(id))).toEqual(refusal('publishing/phase-closed'))
    town.closed.delete('annotate')
  })

  it('too much writing', async () => {
    const { id } = town.addDocument(text)
    town.setPause(7)
    expect(await send(creation(id))).toEqual({
      ok: false,
      refusal: { code: 'request/too-many', retryAfter: 7 },
    })
    town.setPause(0)
  })

  it('bodies that are too long, blank, or not text', async () => {
    const { id } = town.addDocument(text)
    for (const body of ['x'.repeat(5_001), '   ', '\u200b', 7, null, { $gt: '' }])
      expect(await send({ ...creation(id), body })).toEqual(refusal('request/invalid', 'body'))
  })

  it('a wording without words, and words without a wording', async () => {
    const { id, doc } = town.addDocument(text.trim())
    const passage = claimOf(doc, 'fehlen Bänke')
    for (const wrong of [
      { kind: 'wording', passage, replacement: null },
      { kind: 'wording', passage, replacement: 'fehlen Bänke' },
      { kind: 'idea', passage, replacement: 'stehen Bänke' },
    ])
      expect(await send({ ...creation(id), ...wrong })).toEqual(refusal('request/invalid', 'replacement'))
    expect(await send({ ...creation(id), kind: 'wording', replacement: 'stehen Bänke' })).toEqual(
      refusal('request/invalid', 'passage'),
    )
  })

  it('payloads of any other shape', async () => {
    for (const payload of [null, 'x', 5, [], {}, { commandId: 'x' }, Buffer.from('x')])
      expect(await send(payload)).toMatchObject(refusal('request/invalid'))
  })
})
