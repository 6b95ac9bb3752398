import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { annotationChanged } from '@randnotiz/contract/annotations/messages'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { ClientSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, creation, openTown, type Town } from './testing/town.js'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(async () => {
  expect(town.failures).toEqual([])
  await town.close()
})

const since = '2026-05-01T09:00:00.000Z'
const held: Publication = { state: 'held', since, reasons: [{ rule: 'first' }] }

/** Everything a follower hears, by number. */
async function follower(documentId: DocumentId, pseudonym?: string) {
  const socket = await town.connect(pseudonym)
  const heard: { seq: number; annotation: Annotation }[] = []
  socket.on(annotationChanged.name, change => void heard.push(change))
  const page = await socket.emitWithAck('annotations:follow', { documentId, since: 0 })
  if (!page.ok) throw new Error(page.refusal.code)
  return { socket, heard, page: page.value }
}

async function flush(socket: ClientSocket, documentId: DocumentId) {
  await socket.emitWithAck('annotations:follow', { documentId, since: 0 })
}

describe('words that are withheld', () => {
  it('reach their author and moderators, and nobody else, under the same gap-free numbers', async () => {
    const { id } = town.addDocument('Am Markt')
    const author = await follower(id, 'Ulme')
    const others = await Promise.all(['Linde', 'Esche', undefined].map(name => follower(id, name)))
    const moderator = await follower(id, 'Eibe')
    const created = accepted(
      await author.socket.emitWithAck('annotation:create', creation(id, { body: 'Geheime Worte' })),
    )
    expect(created.publication).toEqual({ state: 'published' })
    await town.publish({ annotationId: created.id, replyId: null }, { from: 'published', to: held })
    await flush(moderator.socket, id)

    for (const one of [author, moderator, ...others]) {
      await until('both changes came', () => one.heard.length === 2)
      expect(one.heard.map(({ seq }) => seq)).toEqual([1, 2])
    }
    for (const { heard } of [author, moderator])
      expect(heard[1]?.annotation).toMatchObject({ body: 'Geheime Worte', publication: held })
    for (const { heard } of others) {
      expect(heard[1]?.annotation).toMatchObject({
        body: null,
        author: { pseudonym: '– –', id: '0'.repeat(24) },
        publication: { ...held, reasons: [] },
      })
      expect(JSON.stringify(heard[1])).not.toMatch(/Geheime|Ulme/)
    }
  })

  it('of a reply leave the contribution as it is', async () => {
    const { id } = town.addDocument('Am Markt')
    const author = await follower(id, 'Linde')
    const created = accepted(await author.socket.emitWithAck('annotation:create', creation(id)))
    const body = 'Ganz schlimme Antwort'
    const reply = { commandId: creation(id).commandId, annotationId: created.id, body }
    const replyId = accepted(await author.socket.emitWithAck('annotation:reply', reply)).replies[0]?.id
    if (replyId === undefined) throw new Error('no reply')
    await town.publish({ annotationId: created.id, replyId }, { from: 'published', to: held })
    const { page } = await follower(id)
    expect(page.annotations[0]).toMatchObject({
      body: 'Hier fehlt eine Bank.',
      replies: [{ body: null, publication: { state: 'held' } }],
    })
    expect((await follower(id, 'Linde')).page.annotations[0]?.replies[0]?.body).toBe(body)
  })

  it('count for nobody, and are published where a record knows nothing of publication', async () => {
    const { id } = town.addDocument('Am Markt')
    const { socket } = await follower(id, 'Ulme')
    const first = accepted(await socket.emitWithAck('annotation:create', creation(id)))
    accepted(await socket.emitWithAck('annotation:create', creation(id)))
    await town.publish({ annotationId: first.id, replyId: null }, { from: 'published', to: held })
    expect((await town.annotations.countByDocument()).get(id)).toBe(1)
    await town.connection.collection('annotations').updateMany({}, { $unset: { publication: 1 } })
    expect((await town.annotations.countByDocument()).get(id)).toBe(2)
    expect((await follower(id)).page.annotations[0]).toMatchObject({ publication: { state: 'published' } })
    await town.publish({ annotationId: first.id, replyId: null }, { from: 'published', to: held })
    expect((await follower(id)).page.annotations[0]?.body).toBeNull()
  })
})
