import { randomUUID } from 'node:crypto'
import { getNotices } from '@randnotiz/contract/accounts/notice-endpoints'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { listAnnotations, postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import * as endpoints from '@randnotiz/contract/answers/endpoints'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { accepted } from '../../../testing/accepted.js'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { readDocument } from '../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'

export const slugOfText = 'mobile-stadt'

export type Who = 'heidi' | 'werner' | 'jonas' | 'mira' | 'moderator'
export type Claim = { outcome: object; reason: string; change: object | null }
export const noted: Claim = {
  outcome: { kind: 'noted' },
  reason: 'Danke, das behalten wir im Blick.',
  change: null,
}

export const codeOf = (result: Result<unknown>) => (result.ok ? 'accepted' : result.refusal.code)

/** Citizens who write, and people of the office who answer, on the whole server. */
export type TownHall = Awaited<ReturnType<typeof openTownHall>>

export async function openTownHall() {
  const app = await startTestApp({ clientDist: '' })
  const documentId = (await readDocument(app.url, slugOfText)).document.id
  const cookies: Record<Who, string> = {
    heidi: await app.signIn('heidi@example.org'),
    werner: await app.signIn('werner@example.org'),
    jonas: await app.signIn('redaktion1@example.org'),
    mira: await app.signIn('redaktion2@example.org'),
    moderator: await app.signIn('moderation@example.org'),
  }
  const [process] = await app.features.publishing.all()
  if (!process) throw new Error('no process')
  return { ...work({ app, documentId, cookies, processId: process.id }), slug: process.slug }
}

type Place = { app: TestApp; documentId: DocumentId; cookies: Record<Who, string>; processId: string }

function work(place: Place) {
  const { app, documentId, cookies, processId } = place

  async function write(who: Who, body: string): Promise<Annotation> {
    const said = { passage: null, kind: 'idea', replacement: null }
    const command = { ...said, documentId, body, commandId: randomUUID() }
    return accepted(await callEndpoint(app.url, postAnnotation, { body: command, cookie: cookies[who] }))
  }

  /** A contribution as everybody reads it now. */
  async function standing(id: string): Promise<Annotation> {
    for (let since = 0; ; ) {
      const page = accepted(
        await callEndpoint(app.url, listAnnotations, {
          params: { documentId },
          query: { since: `${since}` },
        }),
      )
      const found = page.annotations.find(annotation => annotation.id === id)
      if (found) return found
      if (page.upTo === page.head) throw new Error('not in the feed')
      since = page.upTo
    }
  }

  const caseOf = async (annotation: Annotation, who: Who = 'jonas') =>
    accepted(
      await callEndpoint(app.url, endpoints.getCase, {
        params: { annotationId: annotation.id },
        cookie: cookies[who],
      }),
    ).case

  async function seen(annotation: Annotation, number = 1) {
    return { annotationId: annotation.id, number, version: (await caseOf(annotation)).version }
  }

  async function answer(annotation: Annotation, claim: Claim = noted, who: Who = 'jonas', number = 1) {
    const point = await seen(annotation, number)
    return callEndpoint(app.url, endpoints.writeAnswer, {
      body: { point, edition: annotation.edition, answer: claim },
      cookie: cookies[who],
    })
  }

  async function release(annotation: Annotation, who: Who = 'mira', number = 1) {
    const points = [await seen(annotation, number)]
    return accepted(
      await callEndpoint(app.url, endpoints.releaseAnswers, { body: { points }, cookie: cookies[who] }),
    )
  }

  async function publish(annotations: Annotation[], commandId: string = randomUUID(), numbers = [1]) {
    const points = []
    for (const annotation of annotations)
      for (const number of numbers) points.push(await seen(annotation, number))
    return accepted(
      await callEndpoint(app.url, endpoints.publishAnswers, {
        body: { commandId, processId, points },
        cookie: cookies.mira,
      }),
    )
  }

  const noticesOf = async (who: Who) =>
    accepted(await callEndpoint(app.url, getNotices, { cookie: cookies[who] })).notices

  const told = async (who: Who, annotation: Annotation) =>
    (await noticesOf(who)).flatMap(({ event }) =>
      event.kind === 'outcome' && event.annotationId === annotation.id ? [event] : [],
    )

  return { ...place, write, standing, caseOf, seen, answer, release, publish, noticesOf, told }
}
