import { randomUUID } from 'node:crypto'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { feedPageSize } from '@randnotiz/contract/annotations/change-feed'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { ClientSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, creation, openTown, type Town } from './testing/town.js'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const numbersUpTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

async function pageSince(socket: ClientSocket, documentId: DocumentId, since: number) {
  const page = await socket.emitWithAck('annotations:follow', { documentId, since })
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value
}

describe('the change feed', () => {
  it('has no gaps when two instances write at once', async () => {
    const { id } = town.addDocument('Ein Text.')
    const other = await town.startAnother()
    const [ulme, linde] = await Promise.all([town.connect('Ulme'), town.connect('Linde', other.url)])
    await Promise.all(
      [ulme, linde].flatMap(socket =>
        numbersUpTo(25).map(async () =>
          accepted(await socket.emitWithAck('annotation:create', creation(id))),
        ),
      ),
    )
    const rows = await town.changeRowsOf(id)
    expect(rows.map(row => row.seq)).toEqual(numbersUpTo(rows.length))
    expect(new Set(rows.map(row => row.annotationId)).size).toBe(50)
    await other.stop()
  })

  it('announces every number in order', async () => {
    const { id } = town.addDocument('Ein Text.')
    const [reader, ulme, linde] = await Promise.all([
      town.connect(),
      town.connect('Ulme'),
      town.connect('Linde'),
    ])
    await pageSince(reader, id, 0)
    const heard: number[] = []
    reader.on('annotation:changed', ({ seq }) => heard.push(seq))
    await Promise.all(
      [ulme, linde].flatMap(socket =>
        numbersUpTo(10).map(() => socket.emitWithAck('annotation:create', creation(id))),
      ),
    )
    await until('all twenty are heard', () => heard.length === 20)
    expect(heard).toEqual(numbersUpTo(20))
  })

  it('is caught up after a disconnect', async () => {
    const { id } = town.addDocument('Ein Text.')
    const [reader, author] = await Promise.all([town.connect(), town.connect('Ulme')])
    await pageSince(reader, id, 0)
    const first = accepted(await author.emitWithAck('annotation:create', creation(id)))
    await until('the reader is at one', async () => (await pageSince(reader, id, 1)).head === 1)
    reader.disconnect()
    const second = accepted(await author.emitWithAck('annotation:create', creation(id)))
    const reply = { commandId: randomUUID(), annotationId: first.id, body: 'Und noch etwas.' }
    await author.emitWithAck('annotation:reply', reply)
    reader.connect()
    const page = await pageSince(reader, id, 1)
    expect(page).toMatchObject({ upTo: 3, head: 3 })
    expect(page.annotations.map(annotation => [annotation.id, annotation.replies.length])).toEqual([
      [first.id, 1],
      [second.id, 0],
    ])
  })

  it('comes in pages, each annotation once a page', async () => {
    const { id } = town.addDocument('Ein Text.')
    const author = await town.connect('Ulme')
    await town.insertAnnotations(id, feedPageSize + 5)
    const seen = new Map<string, Annotation>()
    let since = 0
    const sizes: number[] = []
    for (let head = Infinity; since < head; ) {
      const page = await pageSince(author, id, since)
      sizes.push(page.annotations.length)
      for (const annotation of page.annotations) seen.set(annotation.id, annotation)
      ;({ upTo: since, head } = page)
    }
    expect(sizes).toEqual([feedPageSize, 5])
    expect(seen.size).toBe(feedPageSize + 5)
  })

  it('says where it stands to a client that comes with a higher number', async () => {
    const { id } = town.addDocument('Ein Text.')
    const author = await town.connect('Ulme')
    await author.emitWithAck('annotation:create', creation(id))
    expect(await pageSince(author, id, 99)).toEqual({ documentId: id, upTo: 1, head: 1, annotations: [] })
  })

  it('heals a crash between the annotation and its row, at start and when somebody follows', async () => {
    const { id } = town.addDocument('Ein Text.')
    const author = await town.connect('Ulme')
    await town.insertAnnotations(id, 1)
    expect(await town.changeRowsOf(id)).toEqual([])
    expect(await pageSince(author, id, 0)).toMatchObject({ upTo: 1, annotations: [{}] })
    await town.insertAnnotations(id, 1)
    await town.restart()
    expect((await town.changeRowsOf(id)).map(row => row.seq)).toEqual([1, 2])
    await town.restart()
    expect(await town.changeRowsOf(id)).toHaveLength(2)
  })

  it('stops for a client that no longer follows', async () => {
    const { id } = town.addDocument('Ein Text.')
    const [reader, author] = await Promise.all([town.connect(), town.connect('Ulme')])
    await pageSince(reader, id, 0)
    const heard: number[] = []
    reader.on('annotation:changed', ({ seq }) => heard.push(seq))
    await author.emitWithAck('annotation:create', creation(id))
    await until('one is heard', () => heard.length === 1)
    await reader.emitWithAck('annotations:unfollow', { documentId: id })
    await author.emitWithAck('annotation:create', creation(id))
    await reader.emitWithAck('annotations:unfollow', { documentId: id })
    expect(heard).toEqual([1])
  })

  it('is refused for a document that does not exist', async () => {
    const reader = await town.connect()
    const documentId = new mongoose.Types.ObjectId().toHexString() as DocumentId
    expect(await reader.emitWithAck('annotations:follow', { documentId, since: 0 })).toEqual({
      ok: false,
      refusal: { code: 'documents/unknown' },
    })
  })
})
