import { randomUUID } from 'node:crypto'
import { eraseAccount, getViewer, joinAsGuest, signIn, signUp } from '@randnotiz/contract/accounts/endpoints'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import {
  editAnnotation,
  editReply,
  listAnnotations,
  postAnnotation,
  postReply,
  putReadMark,
  putSupport,
} from '@randnotiz/contract/annotations/endpoints'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { demoPassword } from '@randnotiz/test-kit/sign-in-as'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callEndpoint, fetchEndpoint } from '../../../testing/call-endpoint.js'
import { readDocument } from '../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'
import { startTestMongo, type TestMongo } from '../../../testing/test-database.js'

let database: TestMongo
let app: TestApp
let documentId: DocumentId
beforeAll(async () => {
  database = await startTestMongo()
  app = await startTestApp({ clientDist: '', env: { MONGODB_URI: database.uri } })
  documentId = (await readDocument(app.url, 'appmold')).document.id
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const email = 'vergissmeinnicht@example.org'
const password = 'ein Haus am Hang mit Garten'
const refused = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) })
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')

async function value<Value>(result: Promise<Result<Value>>): Promise<Value> {
  const answer = await result
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

function write(cookie: string, body: string) {
  const words = { passage: null, kind: 'idea', body, replacement: null }
  const command = { commandId: randomUUID(), documentId, ...words }
  return value(callEndpoint(app.url, postAnnotation, { cookie, body: command }))
}

function reply(cookie: string, { id: annotationId }: Annotation, body: string) {
  const command = { commandId: randomUUID(), annotationId, body }
  return value(callEndpoint(app.url, postReply, { cookie, params: { annotationId }, body: command }))
}

async function seen({ id }: Annotation): Promise<Annotation | undefined> {
  const page = await value(callEndpoint(app.url, listAnnotations, { params: { documentId } }))
  return page.annotations.find(annotation => annotation.id === id)
}

/** Which collections still hold one of these words, anywhere. */
async function findEverywhere(words: readonly string[]): Promise<string[]> {
  const connection = await mongoose.createConnection(database.uri).asPromise()
  const found: string[] = []
  for (const { name } of (await connection.db?.listCollections().toArray()) ?? [])
    for (const row of await connection.collection(name).find().toArray()) {
      const text = JSON.stringify(row)
      for (const word of words) if (text.includes(word)) found.push(`${name}: ${word}`)
    }
  await connection.close()
  return found
}

/** Somebody who has used everything there is. */
async function aFullLife(cookie: string, neighbour: string, secret: string) {
  const own = await write(cookie, `${secret} eins`)
  const { id: annotationId, edition } = own
  const words = { kind: 'idea', body: `${secret} zwei`, reason: null, instead: null, replacement: null }
  const change = { commandId: randomUUID(), annotationId, edition, ...words }
  await value(callEndpoint(app.url, editAnnotation, { cookie, params: { annotationId }, body: change }))
  await reply(neighbour, own, 'Dazu sage ich etwas.')
  const other = await write(neighbour, 'Ein Beitrag der Nachbarin.')
  const replied = await reply(cookie, other, `${secret} drei`)
  const replyId = replied.replies.at(-1)?.id
  if (replyId === undefined) throw new Error('no reply')
  const params = { annotationId: other.id, replyId }
  const edit = { commandId: randomUUID(), ...params, edition: 1, body: `${secret} vier` }
  await value(callEndpoint(app.url, editReply, { cookie, params, body: edit }))
  const support = { annotationId: other.id, supports: true }
  await value(
    callEndpoint(app.url, putSupport, { cookie, params: { annotationId: other.id }, body: support }),
  )
  const mark = { readUpTo: new Date().toISOString() }
  await value(callEndpoint(app.url, putReadMark, { cookie, body: mark }))
  return { own, other }
}

it('nothing of an account stays anywhere in the database, and others keep what is theirs', async () => {
  const heidi = await app.signIn('heidi@example.org')
  const made = await fetchEndpoint(app.url, signUp, {
    body: { email, pseudonym: 'Vergissmeinnicht', password },
  })
  const cookie = cookieOf(made)
  const { id } = await made.json()
  const { own, other } = await aFullLife(cookie, heidi, 'Blauer Elefant')
  expect(await findEverywhere([id])).toContainEqual(expect.stringMatching(/^supports/))

  const erase = (said: string | null) =>
    callEndpoint(app.url, eraseAccount, { cookie, body: { password: said } })
  expect(await erase('falsch geraten, ganz falsch')).toEqual(refused('accounts/wrong-credentials'))
  expect(await erase(null)).toEqual(refused('accounts/wrong-credentials'))
  expect(await erase(password)).toMatchObject({ ok: true })

  expect(await findEverywhere([id, email, 'Vergissmeinnicht', 'Blauer Elefant'])).toEqual([])
  expect(await seen(own)).toMatchObject({
    body: null,
    publication: { state: 'withdrawn' },
    replies: [{ body: 'Dazu sage ich etwas.' }],
  })
  expect(await seen(other)).toMatchObject({
    body: 'Ein Beitrag der Nachbarin.',
    replies: [{ body: null, publication: { state: 'withdrawn' } }],
  })
  expect(await callEndpoint(app.url, getViewer, { cookie })).toMatchObject({ value: { kind: 'anonymous' } })
  const again = { email, password }
  expect(await callEndpoint(app.url, signIn, { body: again })).toEqual(refused('accounts/wrong-credentials'))
})

it('a guest is forgotten too, by the session alone', async () => {
  const werner = await app.signIn('werner@example.org')
  const body = { commandId: randomUUID(), pseudonym: 'Spurlos' }
  const joined = await fetchEndpoint(app.url, joinAsGuest, { body })
  const cookie = cookieOf(joined)
  const { viewer } = await joined.json()
  await aFullLife(cookie, werner, 'Roter Fuchs')
  const erased = await callEndpoint(app.url, eraseAccount, { cookie, body: { password: null } })
  expect(erased).toMatchObject({ ok: true })
  expect(await findEverywhere([viewer.id, 'Spurlos', 'Roter Fuchs'])).toEqual([])
})

it('what a crash has interrupted is finished at the next start', async () => {
  const werner = await app.signIn('werner@example.org')
  const body = { commandId: randomUUID(), pseudonym: 'Halbweg' }
  const joined = await fetchEndpoint(app.url, joinAsGuest, { body })
  const { viewer } = await joined.json()
  await aFullLife(cookieOf(joined), werner, 'Grüne Amsel')
  const connection = await mongoose.createConnection(database.uri).asPromise()
  const marked = await connection
    .collection('users')
    .updateOne({ name: 'Halbweg' }, { $set: { erasing: true } })
  expect(marked.modifiedCount).toBe(1)
  await connection.close()
  await app.restart()
  expect(await findEverywhere([viewer.id, 'Halbweg', 'Grüne Amsel'])).toEqual([])
})

it('people of the city are not forgotten by themselves, and strangers are nobody', async () => {
  const cookie = await app.signIn('redaktion1@example.org')
  const body = { password: demoPassword }
  expect(await callEndpoint(app.url, eraseAccount, { cookie, body })).toEqual(
    refused('accounts/not-permitted'),
  )
  expect(await callEndpoint(app.url, getViewer, { cookie })).toMatchObject({ value: { kind: 'account' } })
  expect(await callEndpoint(app.url, eraseAccount, { body })).toEqual(refused('accounts/sign-in-required'))
})
