import { randomUUID } from 'node:crypto'
import { claimReceipt, joinAsGuest } from '@randnotiz/contract/accounts/endpoints'
import { postReply } from '@randnotiz/contract/annotations/endpoints'
import {
  decideModeration,
  getModerationDecision,
  getModerationLog,
} from '@randnotiz/contract/annotations/moderation/endpoints'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { until } from '@randnotiz/test-kit/until'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { callEndpoint, fetchEndpoint } from '../../../testing/call-endpoint.js'
import { wordsOf } from '../../../testing/smtp-server.js'
import {
  app,
  call,
  change,
  cookies,
  decide,
  hide,
  lastNotice,
  now,
  queueItem,
  refused,
  seen,
  setNow,
  smtp,
  useModeratedTown,
  write,
} from './testing/moderated-town.js'

/** What moderators decide, and what everybody sees of it. */
useModeratedTown()

describe('what is held', () => {
  it('says why to its author, shows a placeholder to others, and becomes public when it is approved', async () => {
    await change({ words: ['Esel'] })
    const annotation = await write('Der Bürgermeister ist ein E s e l.')
    const reasons = [{ rule: 'words', words: ['Esel'] }]
    expect(annotation.publication).toMatchObject({ state: 'held', reasons })
    expect(await seen(annotation)).toMatchObject({ body: null, publication: { state: 'held', reasons: [] } })
    expect(await seen(annotation, cookies.werner)).toMatchObject({ body: null })
    expect(await lastNotice(cookies.heidi)).toMatchObject({
      kind: 'held',
      annotationId: annotation.id,
      reasons,
    })
    const item = await queueItem(annotation)
    expect(item).toMatchObject({
      words: 'Der Bürgermeister ist ein E s e l.',
      why: [{ kind: 'held', reasons }],
    })

    const commandId = randomUUID()
    const decision = await call(decide(annotation, { kind: 'approve' }, cookies.ulrike, commandId))
    expect(await call(decide(annotation, { kind: 'approve' }, cookies.ulrike, commandId))).toEqual(decision)
    expect(await seen(annotation)).toMatchObject({
      body: annotation.body,
      publication: { state: 'published' },
    })
    expect(await lastNotice(cookies.heidi)).toMatchObject({ kind: 'moderated', result: 'approved' })
    expect(await queueItem(annotation)).toBeUndefined()
    expect(await decide(annotation, { kind: 'approve' }, cookies.birte)).toMatchObject(
      refused('moderation/not-possible'),
    )
  })

  it('may be everything in a phase, a first contribution, or a reply; staff are not held', async () => {
    const { phases } = await change({})
    const all = Object.fromEntries(phases.map(({ key }) => [key, 'before' as const]))
    await change({ phases: all })
    const annotation = await write('Ganz harmlos.')
    expect(annotation.publication).toMatchObject({ state: 'held', reasons: [{ rule: 'phase' }] })
    const byStaff = await write('Von der Stadt.', {}, cookies.ulrike)
    expect(byStaff.publication).toEqual({ state: 'published' })

    await change({ linksAllowed: 0 })
    const body = { commandId: randomUUID(), annotationId: byStaff.id, body: 'Siehe https://example.org' }
    const params = { annotationId: byStaff.id }
    const replied = await call(callEndpoint(app.url, postReply, { params, body, cookie: cookies.werner }))
    expect(replied.replies[0]?.publication).toMatchObject({
      state: 'held',
      reasons: [{ rule: 'links', links: 1 }],
    })
    expect((await seen(byStaff)).replies[0]?.body).toBeNull()
    const replyId = replied.replies[0]?.id ?? null
    const subject = { annotationId: byStaff.id, replyId }
    const command = { commandId: randomUUID(), subject, edition: 1, verdict: { kind: 'approve' } }
    await call(callEndpoint(app.url, decideModeration, { body: command, cookie: cookies.birte }))
    expect((await seen(byStaff)).replies[0]?.body).toBe('Siehe https://example.org')
  })

  it('cannot be answered by those who cannot read it', async () => {
    await change({ words: ['Esel'] })
    const annotation = await write('Esel!')
    const body = { commandId: randomUUID(), annotationId: annotation.id, body: 'Wie bitte?' }
    const params = { annotationId: annotation.id }
    expect(await callEndpoint(app.url, postReply, { params, body, cookie: cookies.werner })).toMatchObject(
      refused('annotations/unknown'),
    )
  })
})

describe('hiding', () => {
  it('comes with a statement of reasons that its author and moderators can read, and nobody else', async () => {
    const annotation = await write('Der Bürgermeister bleibt ein Esel.')
    const { id: decisionId } = await call(decide(annotation, hide))
    expect(await seen(annotation)).toMatchObject({
      body: null,
      author: { pseudonym: '– –' },
      publication: { state: 'hidden', rule: 'insult', decisionId: null },
    })
    const own = await seen(annotation, cookies.heidi)
    expect(own).toMatchObject({ body: annotation.body, publication: { state: 'hidden', decisionId } })
    expect(await lastNotice(cookies.heidi)).toMatchObject({ kind: 'moderated', result: 'hidden', decisionId })
    await until('the mail', () =>
      smtp.mails.some(
        mail => mail.to === demoPeople.heidi && wordsOf(mail).includes(`/moderation/${decisionId}`),
      ),
    )
    const read = (cookie?: string) =>
      callEndpoint(app.url, getModerationDecision, { params: { decisionId }, ...(cookie ? { cookie } : {}) })
    expect(await call(read(cookies.heidi))).toMatchObject({
      verdict: hide,
      words: annotation.body,
      origin: 'own-initiative',
      by: { decision: null },
      may: { object: true, decideObjection: false },
    })
    expect(await call(read(cookies.birte))).toMatchObject({
      by: { decision: 'Ulrike Hasenpusch' },
      may: { object: false },
    })
    for (const cookie of [cookies.werner, undefined])
      expect(await read(cookie)).toMatchObject(refused('moderation/unknown'))
  })

  it('of one’s own words, or of words that were changed meanwhile, is not possible', async () => {
    const own = await write('Von mir selbst.', {}, cookies.ulrike)
    expect(await decide(own, hide)).toMatchObject(refused('moderation/own-contribution'))
    const annotation = await write('Zweite Auflage.')
    expect(await decide({ ...annotation, edition: 2 }, hide)).toMatchObject(
      refused('moderation/changed-meanwhile'),
    )
  })

  it('by two moderators at once is one decision', async () => {
    const annotation = await write('Um die Wette.')
    const answers = await Promise.all([decide(annotation, hide), decide(annotation, hide, cookies.birte)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const { publication } = await seen(annotation, cookies.heidi)
    const winner = answers.find(answer => answer.ok)
    expect(publication).toMatchObject({ decisionId: winner?.ok ? winner.value.id : '' })
  })

  it('ends by itself when its time is over', async () => {
    const annotation = await write('Nur eine Woche lang.')
    const moment = new Date(now.getTime() + 7 * 24 * 3_600_000).toISOString()
    await call(decide(annotation, { ...hide, duration: { lasts: 'until', moment } }))
    setNow(new Date(now.getTime() + 8 * 24 * 3_600_000))
    await app.restart()
    await until('it is public again', async () => (await seen(annotation)).publication.state === 'published')
    await until(
      'its author hears of it',
      async () =>
        ((await lastNotice(cookies.heidi)) as { result?: string } | undefined)?.result === 'restored',
    )
    const log = await call(callEndpoint(app.url, getModerationLog, { cookie: cookies.birte }))
    expect(log.entries.map(({ action }) => action)).toContain('lifted')
  })
})

describe('a guest', () => {
  it('reads the reasons, also after the contributions have come to belong to an account', async () => {
    const body = { commandId: randomUUID(), pseudonym: 'Gast am Rand' }
    const response = await fetchEndpoint(app.url, joinAsGuest, { body })
    const { receipt } = z.object({ receipt: z.string() }).parse(await response.json())
    const guest = response.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ')
    const annotation = await write('Vom Rand aus geschrieben.', {}, guest)
    const { id: decisionId } = await call(decide(annotation, hide))
    const read = (cookie: string) =>
      callEndpoint(app.url, getModerationDecision, { params: { decisionId }, cookie })
    expect(await call(read(guest))).toMatchObject({ may: { object: true } })
    expect(await read(cookies.werner)).toMatchObject(refused('moderation/unknown'))
    await call(callEndpoint(app.url, claimReceipt, { body: { receipt }, cookie: cookies.werner }))
    await until('the reasons have come along', async () => (await read(cookies.werner)).ok)
    await until(
      'the notice too',
      async () =>
        ((await lastNotice(cookies.werner)) as { decisionId?: string } | undefined)?.decisionId ===
        decisionId,
    )
  })
})
