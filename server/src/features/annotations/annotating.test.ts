import { randomUUID } from 'node:crypto'
import { ReplyToAnnotation } from '@randnotiz/contract/annotations/commands'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, claimOf, creation, openTown, type Town, textOf } from './testing/town.js'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const replyTo = (annotationId: string, body: string) =>
  ReplyToAnnotation.parse({ commandId: randomUUID(), annotationId, body })

describe('annotating', () => {
  it('a passage reaches everybody who follows the document', async () => {
    const { id, doc } = town.addDocument('Am Bahnhof fehlen Bänke.', 'Am Markt auch.')
    const reader = await town.connect()
    const author = await town.connect('Ulme')
    const empty = await reader.emitWithAck('annotations:follow', { documentId: id, since: 0 })
    expect(empty).toEqual({ ok: true, value: { documentId: id, upTo: 0, head: 0, annotations: [] } })
    const heard = new Promise(resolve => reader.once('annotation:changed', resolve))
    const created = accepted(
      await author.emitWithAck('annotation:create', creation(id, { passage: claimOf(doc, 'fehlen Bänke') })),
    )
    expect(await heard).toEqual({ documentId: id, seq: 1, annotation: created })
    expect(created).toMatchObject({
      target: {
        kind: 'passage',
        quote: { exact: 'fehlen Bänke', prefix: 'Am Bahnhof ', suffix: '.\nAm Markt auch.' },
        range: { start: 11, end: 23 },
      },
      resolution: { status: 'exact', method: 'crdt', range: { start: 11, end: 23 } },
      author: { pseudonym: 'Ulme', staff: false },
    })
    expect(town.failures).toEqual([])
  })

  it('the whole text, and a wording of a passage, are contributions too', async () => {
    const { id, doc } = town.addDocument('Die Stadt prüft Radwege.')
    const author = await town.connect('Linde')
    const whole = accepted(await author.emitWithAck('annotation:create', creation(id)))
    expect(whole.target).toEqual({ kind: 'document', documentId: id })
    expect(whole.resolution).toEqual({ status: 'whole' })
    const wording = creation(id, {
      kind: 'wording',
      passage: claimOf(doc, 'prüft Radwege'),
      replacement: 'baut Radwege',
    })
    expect(accepted(await author.emitWithAck('annotation:create', wording))).toMatchObject({
      kind: 'wording',
      replacement: 'baut Radwege',
    })
    expect(await town.annotations.countByDocument()).toEqual(expect.objectContaining(new Map([[id, 2]])))
  })

  it('white space at the edges of a selection is left out of the quote', async () => {
    const { id, doc } = town.addDocument('Erste Zeile.', 'Zweite Zeile.')
    const author = await town.connect('Ulme')
    const claim = claimOf(doc, 'Zeile.\nZweite')
    const wide = { ...claim, exact: ' Zeile.\nZweite ', range: { start: 5, end: 20 } }
    const created = accepted(await author.emitWithAck('annotation:create', creation(id, { passage: wide })))
    expect(created.target).toMatchObject({ quote: { exact: 'Zeile.\nZweite' }, range: { start: 6, end: 19 } })
  })

  it('a reply stands under its annotation, oldest first', async () => {
    const { id } = town.addDocument('Ein Text.')
    const author = await town.connect('Ulme')
    const staff = await town.connect('Esche')
    const { id: annotationId } = accepted(await author.emitWithAck('annotation:create', creation(id)))
    await staff.emitWithAck('annotation:reply', replyTo(annotationId, 'Wir prüfen das.'))
    const answered = accepted(await author.emitWithAck('annotation:reply', replyTo(annotationId, 'Danke.')))
    expect(answered.replies.map(reply => [reply.author.pseudonym, reply.author.staff, reply.body])).toEqual([
      ['Esche', true, 'Wir prüfen das.'],
      ['Ulme', false, 'Danke.'],
    ])
  })
})

describe('a passage of a text that has moved on', () => {
  it('is found by its own characters', async () => {
    const { id, doc } = town.addDocument('Am Bahnhof fehlen Bänke.')
    const author = await town.connect('Ulme')
    const claim = claimOf(doc, 'fehlen Bänke')
    textOf(doc, 0).insert(0, 'Seit Jahren gilt: ')
    const created = accepted(await author.emitWithAck('annotation:create', creation(id, { passage: claim })))
    expect(created.target).toMatchObject({ range: { start: 29, end: 41 }, quote: { exact: 'fehlen Bänke' } })
  })

  it('belongs to the remembered state when its words have gone', async () => {
    const { id, doc } = town.addDocument('Am Bahnhof fehlen Bänke.', 'Schluss.')
    const author = await town.connect('Ulme')
    const claim = claimOf(doc, 'fehlen Bänke')
    await author.emitWithAck('annotation:create', creation(id))
    textOf(doc, 0).delete(0, 24)
    const created = accepted(await author.emitWithAck('annotation:create', creation(id, { passage: claim })))
    expect(created.target).toMatchObject({ quote: { exact: 'fehlen Bänke', suffix: '.\nSchluss.' } })
    expect(created.resolution).toEqual({ status: 'pending' })
    await until('it is looked for', async () => {
      const page = await author.emitWithAck('annotations:follow', { documentId: id, since: 0 })
      return page.ok && page.value.annotations.at(-1)?.resolution.status === 'orphaned'
    })
  })

  it('is never guessed from offsets: equal words may stand there by chance', async () => {
    const { id, doc } = town.addDocument('Bank', 'Bank', 'Bank')
    const author = await town.connect('Ulme')
    const claim = claimOf(doc, 'Bank')
    documentFragment(doc).delete(0, 1)
    const refused = await author.emitWithAck('annotation:create', creation(id, { passage: claim }))
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'annotations/passage-changed' } })
  })

  it('is taken from where its characters are, whatever the claimed offsets', async () => {
    const { id, doc } = town.addDocument('Am Bahnhof fehlen Bänke.')
    const author = await town.connect('Ulme')
    const before = claimOf(doc, 'fehlen Bänke')
    textOf(doc, 0).insert(0, 'Neu: ')
    const { stateVector } = claimOf(doc, 'Neu')
    const passage = { ...before, stateVector }
    const created = accepted(await author.emitWithAck('annotation:create', creation(id, { passage })))
    expect(created.target).toMatchObject({ range: { start: 16, end: 28 } })
  })

  it('is refused when the server does not know that state', async () => {
    const { id, doc } = town.addDocument('Am Bahnhof fehlen Bänke, und zwar viele.')
    const author = await town.connect('Ulme')
    const claim = claimOf(doc, 'fehlen Bänke')
    textOf(doc, 0).delete(11, 6)
    const refused = await author.emitWithAck('annotation:create', creation(id, { passage: claim }))
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'annotations/passage-changed', field: 'passage' },
    })
  })
})

describe('a command sent again', () => {
  it('after a lost answer changes nothing and is answered alike', async () => {
    const { id } = town.addDocument('Ein Text.')
    const author = await town.connect('Ulme')
    const command = creation(id)
    const first = await author.emitWithAck('annotation:create', command)
    expect(await author.emitWithAck('annotation:create', command)).toEqual(first)
    const reply = replyTo(accepted(first).id, 'Einmal genügt.')
    const answered = await author.emitWithAck('annotation:reply', reply)
    expect(await author.emitWithAck('annotation:reply', reply)).toEqual(answered)
    expect(accepted(answered).replies).toHaveLength(1)
    expect(await town.changeRowsOf(id)).toHaveLength(2)
  })

  it('from several connections at once is carried out once', async () => {
    const { id } = town.addDocument('Ein Text.')
    const sockets = await Promise.all([town.connect('Ulme'), town.connect('Ulme'), town.connect('Ulme')])
    const command = creation(id)
    const answers = await Promise.all(sockets.map(socket => socket.emitWithAck('annotation:create', command)))
    const [annotationId, ...others] = answers.map(answer => accepted(answer).id)
    expect(others).toEqual([annotationId, annotationId])
    const reply = replyTo(annotationId ?? '', 'Einmal genügt.')
    const replies = await Promise.all(sockets.map(socket => socket.emitWithAck('annotation:reply', reply)))
    expect(replies.map(answer => accepted(answer).replies.length)).toEqual([1, 1, 1])
  })

  it('is answered even when the phase has closed meanwhile', async () => {
    const { id } = town.addDocument('Ein Text.')
    const author = await town.connect('Ulme')
    const command = creation(id)
    const first = await author.emitWithAck('annotation:create', command)
    town.closed.add('annotate')
    expect(await author.emitWithAck('annotation:create', command)).toEqual(first)
    town.closed.delete('annotate')
  })

  it('with other content is refused', async () => {
    const { id } = town.addDocument('Ein Text.')
    const author = await town.connect('Ulme')
    const command = creation(id)
    const { id: annotationId } = accepted(await author.emitWithAck('annotation:create', command))
    const reused = { ok: false, refusal: { code: 'annotations/command-reused' } }
    expect(await author.emitWithAck('annotation:create', { ...command, body: 'Anderes.' })).toEqual(reused)
    const reply = { ...replyTo(annotationId, 'Anderes.'), commandId: command.commandId }
    expect(await author.emitWithAck('annotation:reply', reply)).toEqual(reused)
  })

  it('with the same id by somebody else is another command', async () => {
    const { id } = town.addDocument('Ein Text.')
    const command = creation(id)
    const ulme = accepted(await (await town.connect('Ulme')).emitWithAck('annotation:create', command))
    const linde = accepted(await (await town.connect('Linde')).emitWithAck('annotation:create', command))
    expect(ulme.id).not.toBe(linde.id)
  })
})
