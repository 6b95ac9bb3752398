import { setFollowing } from '@randnotiz/contract/accounts/following-endpoints'
import { getNotices } from '@randnotiz/contract/accounts/notice-endpoints'
import { listAnnotations } from '@randnotiz/contract/annotations/endpoints'
import type { BlockId, DocumentId, StepId } from '@randnotiz/contract/kit/ids'
import { StepId as StepIdShape } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { Agenda } from '@randnotiz/contract/workshops/agenda'
import type { Contribution, Contributions } from '@randnotiz/contract/workshops/contributions'
import { getMinutes } from '@randnotiz/contract/workshops/minutes'
import type { Setup } from '@randnotiz/contract/workshops/session'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { readDocument } from '../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { linesOf } from './lines-of.js'
import {
  accepted,
  commandId,
  type Desk,
  enterWithPhones,
  type Phone,
  planWorkshopOf,
  refusalOf,
} from './testing/hall.js'

/** What people say in a hall, on the whole server. */
let app: TestApp
let documentId: DocumentId
let blockId: BlockId
const open: { socket: { disconnect(): unknown } }[] = []

const gatherStep = StepIdShape.parse('00000000-0000-4000-8000-00000000000a')
const dotStep = StepIdShape.parse('00000000-0000-4000-8000-00000000000b')

beforeAll(async () => {
  app = await startTestApp({ clientDist: '' })
  const page = await readDocument(app.url, 'mobile-stadt')
  documentId = page.document.id
  const line = linesOf(page.text.html).find(({ kind, text }) => kind === 'paragraph' && text.length > 60)
  if (!line) throw new Error('the demo text has no paragraph')
  blockId = line.blockId
})
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.disconnect()
})
afterAll(() => app.close())

type Options = { sealedInput?: boolean; most?: number | null; setup?: Partial<Setup> }

async function gathering({ sealedInput = false, most = null, setup }: Options = {}) {
  const agenda = Agenda.parse([
    {
      id: gatherStep,
      title: 'Sammeln',
      minutes: 5,
      subject: { documentId, blockId, annotationId: null },
      plan: { kind: 'gather', kinds: ['idea', 'risk', 'wording'], sealedInput, most },
    },
    {
      id: dotStep,
      title: 'Gewichten',
      minutes: 5,
      subject: null,
      plan: { kind: 'dotVote', source: gatherStep, dots: 3, perOption: 2, secrecy: 'open', hidden: false },
    },
  ])
  const desk = await planWorkshopOf(app, agenda, setup)
  await desk.must({ move: 'openLobby' })
  const phones = await enterWithPhones(app, desk.view.code, 2)
  await desk.must({ move: 'start' }, { move: 'openStep', stepId: gatherStep })
  open.push(desk, ...phones)
  const [one, other] = phones
  if (!one || !other) throw new Error('nobody came')
  return { desk, one, other }
}

const say = (
  phone: Phone,
  body: string,
  more: object = {},
  id = commandId(),
): Promise<Result<Contribution>> =>
  phone.socket.emitWithAck('contribution:make', {
    workshopId: phone.workshopId(),
    key: phone.key,
    commandId: id,
    stepId: gatherStep,
    documentId,
    blockId,
    quote: null,
    kind: 'idea',
    body,
    replacement: null,
    ...more,
  })

async function seenBy(phone: Phone): Promise<string[]> {
  const asked = { workshopId: phone.workshopId(), key: phone.key, after: 0 }
  const answer: Result<Contributions> = await phone.socket.emitWithAck('contributions:read', asked)
  return accepted(answer).contributions.map(({ body }) => body)
}

async function seenAtDesk(desk: Desk): Promise<Contributions> {
  const asked = { workshopId: desk.view.workshopId, key: null, after: 0 }
  const answer: Result<Contributions> = await desk.socket.emitWithAck('contributions:read', asked)
  return accepted(answer)
}

/** Annotations of the document that carry the mark of this workshop. */
async function marked(desk: Desk) {
  const feed = await callEndpoint(app.url, listAnnotations, { params: { documentId }, query: { since: '0' } })
  return accepted(feed).annotations.filter(({ workshop }) => workshop?.id === desk.view.workshopId)
}

describe('what is said in a gathering', () => {
  it('is stored once for each command and becomes an annotation at its passage, marked with the workshop', async () => {
    const { desk, one, other } = await gathering()
    const id = commandId()
    const first = accepted(await say(one, 'Mehr Schatten am Bahnhof.', {}, id))
    expect(accepted(await say(one, 'Mehr Schatten am Bahnhof.', {}, id))).toEqual(first)
    expect(await seenBy(other)).toEqual(['Mehr Schatten am Bahnhof.'])
    const [annotation, ...more] = await marked(desk)
    expect(more).toEqual([])
    expect(annotation).toMatchObject({
      id: first.id,
      body: 'Mehr Schatten am Bahnhof.',
      target: { kind: 'passage' },
      workshop: { id: desk.view.workshopId, stepId: gatherStep },
      author: { pseudonym: 'Gast 0' },
    })
  })

  it('is sent to nobody before the reveal where everybody thinks alone first, not even to the desk', async () => {
    const { desk, one, other } = await gathering({ sealedInput: true })
    accepted(await say(one, 'Geheim bis gleich.'))
    expect(await seenBy(one)).toEqual(['Geheim bis gleich.'])
    expect(await seenBy(other)).toEqual([])
    expect(await seenAtDesk(desk)).toMatchObject({
      contributions: [],
      counts: [{ stepId: gatherStep, count: 1 }],
    })
    expect(await marked(desk)).toEqual([])
    await desk.must({ move: 'sealStep', stepId: gatherStep })
    expect(await seenBy(other)).toEqual([])
    await desk.must({ move: 'revealStep', stepId: gatherStep })
    expect(await seenBy(other)).toEqual(['Geheim bis gleich.'])
    await until('it stands at its passage', async () => (await marked(desk)).length === 1)
  })

  it('stays out of hall and document while it is held back, and the desk knows why', async () => {
    const { desk, one, other } = await gathering({ sealedInput: true })
    const { id } = accepted(await say(one, 'Etwas Unfreundliches.'))
    const reason = 'Greift eine Person an.'
    await desk.must({ move: 'holdBack', annotationId: id, reason })
    await desk.must({ move: 'sealStep', stepId: gatherStep }, { move: 'revealStep', stepId: gatherStep })
    expect(await seenBy(other)).toEqual([])
    expect((await seenAtDesk(desk)).contributions).toHaveLength(1)
    expect(desk.view.session.heldBack).toEqual([{ annotationId: id, reason }])
    await desk.must({ move: 'letThrough', annotationId: id })
    expect(await seenBy(other)).toEqual(['Etwas Unfreundliches.'])
    await until('it stands at its passage', async () => (await marked(desk)).length === 1)
  })

  it('leaves no trace in the document after a rehearsal', async () => {
    const { desk, one } = await gathering({ setup: { rehearsal: true } })
    accepted(await say(one, 'Nur eine Probe.'))
    expect((await seenAtDesk(desk)).contributions).toHaveLength(1)
    await desk.must({ move: 'beginClosing' }, { move: 'close' })
    expect(await marked(desk)).toEqual([])
  })

  it('is refused when it does not fit, and nothing of it is kept', async () => {
    const { desk, one } = await gathering({ most: 1 })
    expect(refusalOf(await say(one, 'Gehört nicht hierher.', { kind: 'question' }))).toBe('request/invalid')
    expect(refusalOf(await say(one, 'Wo?', { blockId: 'weg' }))).toBe('documents/unknown-block')
    expect(refusalOf(await say(one, 'Was?', { quote: 'steht da nicht' }))).toBe('annotations/passage-changed')
    expect(refusalOf(await say(one, 'Anders.', { kind: 'wording' }))).toBe('request/invalid')
    accepted(await say(one, 'Erstens.'))
    expect(refusalOf(await say(one, 'Zweitens.'))).toBe('workshops/enough-said')
    await desk.must({ move: 'holdStep', stepId: gatherStep })
    expect(refusalOf(await say(one, 'Drittens.'))).toBe('workshops/not-gathering')
    expect((await seenAtDesk(desk)).counts).toEqual([{ stepId: gatherStep, count: 1 }])
  })

  it('can be voted on', async () => {
    const { desk, one } = await gathering()
    const { id } = accepted(await say(one, 'Mehr Bänke.'))
    accepted(await say(one, 'Weniger Schilder.'))
    await desk.must({ move: 'settleStep', stepId: gatherStep, conclusion: null })
    await desk.must({ move: 'openStep', stepId: dotStep })
    const vote = voteOf(desk, dotStep)
    expect(vote?.options.map(({ label }) => label)).toEqual(['Mehr Bänke.', 'Weniger Schilder.'])
    expect(vote?.options[0]?.annotationIds).toEqual([id])
  })
})

const voteOf = (desk: Desk, id: StepId) =>
  desk.view.session.agenda.find(({ step }) => step.id === id)?.rounds.at(-1)?.vote

describe('the minutes', () => {
  it("tell what was said, voted and held back, without names, and are the crew's until they are published", async () => {
    const { desk, one } = await gathering()
    const { id } = accepted(await say(one, 'Mehr Bänke.'))
    const held = accepted(await say(one, 'Nicht für alle.'))
    await desk.must({ move: 'holdBack', annotationId: held.id, reason: 'Nennt eine Person.' })
    await desk.must({ move: 'settleStep', stepId: gatherStep, conclusion: 'Bänke zuerst.' })
    await desk.must({ move: 'beginClosing' }, { move: 'close' })
    const { workshopId } = desk.view
    const read = (cookie?: string) =>
      callEndpoint(app.url, getMinutes, { params: { workshopId }, ...(cookie ? { cookie } : {}) })
    expect(refusalOf(await read())).toBe('workshops/unknown')
    const minutes = accepted(await read(await app.signIn('werkstatt@example.org')))
    expect(minutes).toMatchObject({ final: true, participants: 2, incidents: [{ what: 'heldBack' }] })
    expect(minutes.steps[0]).toMatchObject({
      conclusion: 'Bänke zuerst.',
      heldBack: 1,
      contributions: [{ id, body: 'Mehr Bänke.', author: null }],
    })
    expect(JSON.stringify(minutes)).not.toContain('Nicht für alle.')
    expect(JSON.stringify(minutes)).not.toContain('Gast 0')
    const file = (name: string) => fetch(`${app.url}/werkstatt/${workshopId}/protokoll.${name}`)
    expect((await file('csv')).status).toBe(404)
    const follower = await app.signIn('heidi@example.org')
    const subject = { kind: 'document', id: documentId } as const
    accepted(
      await callEndpoint(app.url, setFollowing, { body: { subject, follows: true }, cookie: follower }),
    )
    await desk.must({ move: 'publish' })
    await until('whoever follows the text is told', async () => {
      const notices = accepted(
        await callEndpoint(app.url, getNotices, { query: { since: '0' }, cookie: follower }),
      )
      return JSON.stringify(notices).includes(`/werkstatt/${workshopId}/protokoll`)
    })
    expect(accepted(await read())).toMatchObject({ phase: 'published' })
    expect(await (await file('csv')).text()).toContain('Mehr Bänke.')
    expect(await (await file('json')).json()).toMatchObject({ workshopId })
  })
})

describe('a projector', () => {
  it('is paired by the code it shows, sees the hall, and opens nothing else', async () => {
    const { desk, one } = await gathering()
    const stage = await openSocket(app.url)
    open.push({ socket: stage })
    const key = one.key.replace(/^.{4}/, 'AAAA')
    const waiting = accepted(await stage.emitWithAck('stage:open', { key }))
    if (waiting.state !== 'waiting') throw new Error('paired with nobody')
    const told: unknown[] = []
    stage.on('stage:changed', told.push.bind(told))
    const { workshopId } = desk.view
    const { pairingCode } = waiting
    const paired = await desk.socket.emitWithAck('stage:pair', {
      workshopId,
      commandId: commandId(),
      pairingCode,
    })
    expect(accepted(paired).stages).toHaveLength(1)
    await until('the projector hears of it', () => told.length === 1)
    const view = accepted(await stage.emitWithAck('stage:open', { key }))
    expect(view).toMatchObject({
      state: 'paired',
      workshopId,
      hall: { current: { step: { id: gatherStep } } },
      // People's devices, without the projector itself.
      here: 2,
    })
    expect(
      refusalOf(
        await stage.emitWithAck('hand:raise', { workshopId, key, commandId: commandId(), raised: true }),
      ),
    ).toBe('workshops/no-seat')
    expect(
      refusalOf(
        await desk.socket.emitWithAck('stage:pair', { workshopId, commandId: commandId(), pairingCode }),
      ),
    ).toBe('workshops/unknown-pairing-code')
  })
})
