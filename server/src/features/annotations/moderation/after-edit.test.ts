import { randomUUID } from 'node:crypto'
import type { Annotation, Reply } from '@randnotiz/contract/annotations/annotation'
import { editAnnotation, editReply, postReply } from '@randnotiz/contract/annotations/endpoints'
import type { Verdict } from '@randnotiz/contract/annotations/moderation/decision'
import { decideModeration, getModerationQueue } from '@randnotiz/contract/annotations/moderation/endpoints'
import { until } from '@randnotiz/test-kit/until'
import { describe, expect, it } from 'vitest'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import {
  app,
  call,
  change,
  cookies,
  decide,
  hide,
  lastNotice,
  now,
  refused,
  seen,
  setNow,
  useModeratedTown,
  write,
} from './testing/moderated-town.js'

useModeratedTown()

function edit(annotation: Annotation, body: string) {
  const { id: annotationId, edition, kind } = annotation
  const words = { kind, body, reason: null, instead: null, replacement: null }
  const command = { commandId: randomUUID(), annotationId, edition, ...words }
  const params = { annotationId }
  return call(callEndpoint(app.url, editAnnotation, { params, body: command, cookie: cookies.heidi }))
}

async function reply(annotation: Annotation, body: string): Promise<Reply> {
  const params = { annotationId: annotation.id }
  const command = { commandId: randomUUID(), ...params, body }
  const told = await call(callEndpoint(app.url, postReply, { params, body: command, cookie: cookies.werner }))
  const last = told.replies.at(-1)
  if (last === undefined) throw new Error('no reply')
  return last
}

function editWernersReply(annotation: Annotation, { id: replyId, edition }: Reply, body: string) {
  const params = { annotationId: annotation.id, replyId }
  const command = { commandId: randomUUID(), ...params, edition, body }
  return call(callEndpoint(app.url, editReply, { params, body: command, cookie: cookies.werner }))
}

const decideReply = (annotation: Annotation, reply: Reply, verdict: Verdict) =>
  callEndpoint(app.url, decideModeration, {
    body: {
      commandId: randomUUID(),
      subject: { annotationId: annotation.id, replyId: reply.id },
      edition: reply.edition,
      verdict,
    },
    cookie: cookies.ulrike,
  })

const replyInQueue = async (annotation: Annotation) =>
  (await call(callEndpoint(app.url, getModerationQueue, { cookie: cookies.ulrike }))).items.find(
    ({ subject }) => subject.annotationId === annotation.id && subject.replyId !== null,
  )

const aWeekOn = () => new Date(now.getTime() + 7 * 24 * 3_600_000)

describe('words that their author changes', () => {
  it('are looked at when they meet a rule now, a contribution as well as a reply', async () => {
    await change({ words: ['Pfeife'] })
    const annotation = await write('Das ist gut.')
    expect(await edit(annotation, 'So eine Pfeife!')).toMatchObject({ publication: { state: 'held' } })
    expect(await seen(annotation)).toMatchObject({ body: null, publication: { state: 'held' } })
    const answered = await write('Das ist auch gut.')
    const said = await reply(answered, 'Stimmt.')
    expect(await editWernersReply(answered, said, 'Du Pfeife!')).toMatchObject({
      replies: [
        { body: 'Du Pfeife!', edition: 2, publication: { reasons: [{ rule: 'words', words: ['Pfeife'] }] } },
      ],
    })
    expect(await seen(answered)).toMatchObject({
      body: 'Das ist auch gut.',
      replies: [{ body: null, publication: { state: 'held', reasons: [] } }],
    })
    expect(await replyInQueue(answered)).toMatchObject({ words: 'Du Pfeife!', edition: 2 })
    expect(await lastNotice(cookies.werner)).toMatchObject({ kind: 'held', replyId: said.id })
  })

  it('are not decided about by somebody who has read the words before', async () => {
    await change({ words: ['Pfeife'] })
    const annotation = await write('Ein Vorschlag.')
    const said = await reply(annotation, 'Keine Pfeife.')
    await editWernersReply(annotation, said, 'Doch eine Pfeife.')
    expect(await decideReply(annotation, said, { kind: 'approve' })).toMatchObject(
      refused('moderation/changed-meanwhile'),
    )
    await call(decideReply(annotation, { ...said, edition: 2 }, { kind: 'approve' }))
    expect(await seen(annotation)).toMatchObject({ replies: [{ body: 'Doch eine Pfeife.' }] })
  })

  it('count for the rate of a person, like something new', async () => {
    await change({ rate: { count: 3, minutes: 10 } })
    setNow(new Date(now.getTime() + 3_600_000))
    let annotation = await write('Eins.')
    for (const body of ['Zwei.', 'Drei.']) {
      annotation = await edit(annotation, body)
      expect(annotation.publication.state).toBe('published')
    }
    annotation = await edit(annotation, 'Vier.')
    expect(annotation.publication).toMatchObject({ reasons: [{ rule: 'rate', count: 4, minutes: 10 }] })
    setNow(new Date(now.getTime() + 3_600_000))
    expect((await write('Später.')).publication.state).toBe('published')
  })

  it('that were hidden until then wait for a moderator, and their author is told', async () => {
    const annotation = await write('Unfug.')
    await call(decide(annotation, hide))
    const edited = await edit(annotation, 'Doch kein Unfug.')
    expect(edited.publication).toMatchObject({ state: 'held', reasons: [{ rule: 'edited' }] })
    expect(await lastNotice(cookies.heidi)).toMatchObject({ kind: 'held', annotationId: annotation.id })
  })

  it('while they are hidden for a time are looked at when it is over, and not simply shown', async () => {
    const duration = { lasts: 'until', moment: aWeekOn().toISOString() } as const
    const [changed, left] = [await write('Grob.'), await write('Auch grob.')]
    for (const annotation of [changed, left]) await call(decide(annotation, { ...hide, duration }))
    expect((await edit(changed, 'Noch gröber.')).publication.state).toBe('hidden')
    setNow(new Date(aWeekOn().getTime() + 24 * 3_600_000))
    await app.restart()
    await until('the other is public', async () => (await seen(left)).publication.state === 'published')
    await until('this one waits', async () => (await seen(changed)).publication.state === 'held')
    expect(await seen(changed)).toMatchObject({ body: null })
  })
})
