import { randomUUID } from 'node:crypto'
import { decideModeration } from '@randnotiz/contract/annotations/moderation/endpoints'
import { CommandId, type DocumentId } from '@randnotiz/contract/kit/ids'
import { listFollowUps, settleFollowUp } from '@randnotiz/contract/workshops/follow-ups'
import { getMinutes } from '@randnotiz/contract/workshops/minutes'
import type { Move } from '@randnotiz/contract/workshops/moves'
import { getTextResults } from '@randnotiz/contract/workshops/text-results'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { accepted, planSmallWorkshop, refusalOf } from './testing/hall.js'
import { HandClock, leave, outcome, runWholeWorkshop, type WholeWorkshop } from './testing/whole-workshop.js'

/** What remains of a workshop: work for the office, and results at the passages. */
const clock = new HandClock()
let app: TestApp
let workshop: WholeWorkshop
let documentId: DocumentId
let office: string
let facilitator: string
beforeAll(async () => {
  app = await startTestApp({ clientDist: '', clock })
  office = await app.signIn(demoPeople.jonas)
  facilitator = await app.signIn(demoPeople.facilitator)
  workshop = await runWholeWorkshop(app, clock)
  const [id] = workshop.desk.view.session.setup.documentIds
  if (!id) throw new Error('no document')
  documentId = id
})
afterAll(async () => {
  leave(workshop)
  await app.close()
})

const followUps = (cookie?: string) => {
  const { processId } = workshop.desk.view.session.setup
  return callEndpoint(app.url, listFollowUps, { params: { processId }, ...(cookie ? { cookie } : {}) })
}

const settle = (state: 'open' | 'done', cookie: string, commandId = CommandId.parse(randomUUID())) => {
  const followUp = workshop.desk.view.session.outcomes.find(({ words }) => words.startsWith('Ort für'))
  if (!followUp) throw new Error('no follow-up')
  const params = { workshopId: workshop.desk.view.workshopId, outcomeId: followUp.id }
  return callEndpoint(app.url, settleFollowUp, { params, body: { commandId, state }, cookie })
}

const textResults = async () => {
  // What is known is good for some seconds.
  clock.later(1)
  return accepted(await callEndpoint(app.url, getTextResults, { params: { documentId } }))
}

describe('follow-ups', () => {
  it('lie at the desk of whoever answers contributions, and of nobody else', async () => {
    expect(accepted(await followUps(office))).toMatchObject([
      { workshop: { title: 'Werkstatt am Marktplatz', published: false }, outcome: { dueOn: '2026-06-15' } },
    ])
    expect(refusalOf(await followUps())).toBe('accounts/sign-in-required')
    expect(refusalOf(await followUps(await app.signIn(demoPeople.heidi)))).toBe('accounts/not-permitted')
    expect(refusalOf(await settle('done', await app.signIn(demoPeople.heidi)))).toBe('accounts/not-permitted')
  })

  it('are ticked off there once, and the minutes say so', async () => {
    const commandId = CommandId.parse(randomUUID())
    accepted(await settle('done', office, commandId))
    accepted(await settle('done', office, commandId))
    expect(refusalOf(await settle('done', office))).toBe('workshops/not-now')
    expect(accepted(await followUps(office))).toEqual([])
    const { workshopId } = workshop.desk.view
    const minutes = accepted(
      await callEndpoint(app.url, getMinutes, { params: { workshopId }, cookie: facilitator }),
    )
    expect(minutes.outcomes.find(({ owner }) => owner === 'Fachbereich Grün')).toMatchObject({
      state: 'done',
      changedAt: clock.at.toISOString(),
    })
    accepted(await settle('open', office))
    expect(accepted(await followUps(office))).toHaveLength(1)
  })

  it('can be written by the crew only, and only once people have begun', async () => {
    const desk = await planSmallWorkshop(app)
    const record: Move = { move: 'recordOutcome', outcome: outcome('Zu früh.') }
    expect(refusalOf(await desk.move(record))).toBe('workshops/not-now')
    const stranger = await app.signIn(demoPeople.mira)
    const [known] = workshop.desk.view.session.outcomes
    if (!known) throw new Error('no outcome')
    const params = { workshopId: desk.view.workshopId, outcomeId: known.id }
    const body = { commandId: CommandId.parse(randomUUID()), state: 'done' } as const
    // Before its end a workshop is its crew's, whoever answers contributions elsewhere.
    expect(refusalOf(await callEndpoint(app.url, settleFollowUp, { params, body, cookie: stranger }))).toBe(
      'workshops/unknown',
    )
    desk.socket.disconnect()
  })

  it('of a rehearsal lie nowhere', async () => {
    const rehearsal = await runWholeWorkshop(app, clock, { rehearsal: true })
    expect(accepted(await followUps(office))).toHaveLength(1)
    leave(rehearsal)
  })
})

describe('a text', () => {
  it('has the results of a workshop at its passages, once its minutes are published', async () => {
    expect(await textResults()).toEqual({ workshops: [], votes: [], contributions: [] })
    await workshop.desk.must({ move: 'publish' })
    const { workshops, votes, contributions } = await textResults()
    expect(workshops).toMatchObject([{ title: 'Werkstatt am Marktplatz' }])
    expect(votes.map(({ title, kind }) => [title, kind])).toEqual([
      ['Was ist wichtig?', 'dotVote'],
      ['Wie soll es heißen?', 'duel'],
    ])
    expect(votes[0]?.blockId).not.toBeNull()
    const of = (id: string) => contributions.find(({ annotationId }) => annotationId === id)
    expect(of(workshop.said.benches ?? '')).toMatchObject({
      group: { title: 'Aufenthalt', count: 2 },
      votes: [{ title: 'Was ist wichtig?', weight: 3, voters: 2, cast: 2, dots: true, ahead: true }],
    })
    expect(of(workshop.said.wording ?? '')).toMatchObject({
      group: null,
      votes: [{ title: 'Wie soll es heißen?', weight: 2, cast: 3, dots: false, ahead: true }],
    })
    expect(of(workshop.said.held ?? '')).toBeUndefined()
    expect(JSON.stringify({ workshops, votes, contributions })).not.toMatch(/Gast \d/)
  })

  it('loses the words of what was hidden since, and nothing else', async () => {
    const cookie = await app.signIn(demoPeople.moderator)
    const verdict = {
      kind: 'hide',
      rule: 'insult',
      facts: 'Darum.',
      duration: { lasts: 'for-good' },
    } as const
    const subject = { annotationId: workshop.said.wording, replyId: null }
    const body = { commandId: CommandId.parse(randomUUID()), subject, edition: 1, verdict }
    accepted(await callEndpoint(app.url, decideModeration, { body, cookie }))
    const results = await textResults()
    expect(JSON.stringify(results)).not.toContain('Alle kommen ohne Auto an.')
    expect(results.votes).toHaveLength(2)
    expect(results.contributions).toHaveLength(2)
  })
})
