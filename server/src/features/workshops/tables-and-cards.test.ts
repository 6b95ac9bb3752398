import { listAnnotations } from '@randnotiz/contract/annotations/endpoints'
import type { BlockId, DocumentId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { issueTickets, typeCard } from '@randnotiz/contract/workshops/endpoints'
import type { TableReceipt, TicketCode } from '@randnotiz/contract/workshops/hall'
import { getMinutes } from '@randnotiz/contract/workshops/minutes'
import type { Setup } from '@randnotiz/contract/workshops/session'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { readDocument } from '../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { linesOf } from './lines-of.js'
import {
  accepted,
  choose,
  commandId,
  type Desk,
  Phone,
  planSmallWorkshop,
  pollStep,
  refusalOf,
} from './testing/hall.js'
import { gather, HandClock, leave, runWholeWorkshop } from './testing/whole-workshop.js'

/** One device for many, and words of those who have none. */
const clock = new HandClock()
let app: TestApp
let documentId: DocumentId
let blockId: BlockId
const open: { socket: { disconnect(): unknown } }[] = []
beforeAll(async () => {
  app = await startTestApp({ clientDist: '', clock })
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

async function tableTicket(
  desk: Desk,
  people: number,
  replaces: TicketCode | null = null,
): Promise<TicketCode> {
  const cookie = await app.signIn(demoPeople.facilitator)
  const body = { commandId: commandId(), count: 1, replaces, people }
  const params = { workshopId: desk.view.workshopId }
  const [code] = accepted(await callEndpoint(app.url, issueTickets, { params, body, cookie })).codes
  if (!code) throw new Error('no ticket')
  return code
}

async function voting(setup: Partial<Setup> = {}): Promise<{ desk: Desk; table: Phone; ticket: TicketCode }> {
  const desk = await planSmallWorkshop(app, { setup, secrecy: 'secret' })
  await desk.must({ move: 'openLobby' })
  const ticket = await tableTicket(desk, 8)
  const table = await somebody()
  expect(accepted(await table.join(desk.view.code, 'Tisch 1', ticket))).toMatchObject({
    admitted: 'in',
    people: 8,
  })
  await desk.must({ move: 'start' }, { move: 'openStep', stepId: pollStep })
  open.push(desk)
  return { desk, table, ticket }
}

async function somebody(): Promise<Phone> {
  const phone = new Phone(await openSocket(app.url))
  open.push(phone)
  return phone
}

type Counted = Record<string, number>

const count = (table: Phone, counted: Counted, id = commandId()): Promise<Result<TableReceipt>> =>
  table.socket.emitWithAck('table:cast', {
    ...{ workshopId: table.workshopId(), key: table.key, commandId: id, stepId: pollStep, round: 1 },
    counts: Object.entries(counted).map(([optionId, weight]) => ({ optionId, weight })),
  })

async function result(desk: Desk) {
  await desk.must({ move: 'sealStep', stepId: pollStep })
  clock.later(1)
  await desk.must({ move: 'revealStep', stepId: pollStep })
  return desk.view.session.agenda[0]?.rounds[0]?.result
}

describe('a table', () => {
  it.each(['open', 'waitingRoom', 'tickets', 'accounts'] as const)(
    'comes in by its ticket where admission is %s, and each of its people has one vote',
    async admission => {
      const { desk, table } = await voting({ admission })
      accepted(await count(table, { yes: 5, no: 2 }))
      expect(await result(desk)).toMatchObject({
        eligible: 8,
        tally: { cast: 8, options: [{ weight: 5, voters: 5 }, { weight: 2 }] },
      })
      const { workshopId } = desk.view
      const cookie = await app.signIn(demoPeople.facilitator)
      const minutes = accepted(await callEndpoint(app.url, getMinutes, { params: { workshopId }, cookie }))
      expect(minutes).toMatchObject({ participants: 8, tables: { devices: 1, people: 8 } })
    },
  )

  it('counts again until the seal, is counted once for each command, and finds its count after sleep', async () => {
    const { desk, table } = await voting()
    const first = commandId()
    accepted(await count(table, { yes: 8 }, first))
    accepted(await count(table, { yes: 1, no: 6 }))
    // A late replay of the first count does not undo the second.
    accepted(await count(table, { yes: 8 }, first))
    const back = await table.comeBack(app.url)
    expect(back.ballots).toEqual([])
    expect(back.tables).toMatchObject([{ stepId: pollStep, round: 1 }])
    expect(new Map(back.tables[0]?.counts.map(({ optionId, weight }) => [String(optionId), weight]))).toEqual(
      new Map([
        ['yes', 1],
        ['no', 6],
      ]),
    )
    expect((await result(desk))?.tally).toMatchObject({ cast: 8, options: [{ weight: 1 }, { weight: 6 }] })
    expect(refusalOf(await count(table, { yes: 8 }))).toBe('workshops/vote-closed')
  })

  it('has no more votes than people, no second device, and no ballot beside its count', async () => {
    const { desk, table, ticket } = await voting()
    expect(refusalOf(await count(table, { yes: 5, no: 4 }))).toBe('workshops/ballot-invalid')
    expect(refusalOf(await count(table, { maybe: 1 }))).toBe('workshops/ballot-invalid')
    expect(refusalOf(await table.cast(choose('yes')))).toBe('workshops/ballot-invalid')
    const other = await somebody()
    expect(refusalOf(await other.join(desk.view.code, 'Auch Tisch 1', ticket))).toBe('workshops/ticket-used')
    const alone = await somebody()
    accepted(await alone.join(desk.view.code, 'Allein'))
    expect(refusalOf(await count(alone, { yes: 1 }))).toBe('workshops/ballot-invalid')
    expect(await result(desk)).toMatchObject({ eligible: 9, tally: { cast: 0 } })
  })

  it('goes on for as many people with a ticket in place of a lost one', async () => {
    const { desk, table, ticket } = await voting()
    accepted(await count(table, { yes: 3 }))
    const fresh = await tableTicket(desk, 1, ticket)
    const tablet = await somebody()
    const seat = accepted(await tablet.join(desk.view.code, 'Tisch 1', fresh))
    expect(seat).toMatchObject({ people: 8, tables: [{ counts: [{ optionId: 'yes', weight: 3 }] }] })
  })
})

describe('a paper card', () => {
  const type = async (desk: Desk, email: string, more: object = {}, id = commandId()) => {
    const card = {
      ...{ commandId: id, stepId: gather, documentId, blockId, quote: null, kind: 'idea' as const },
      ...{ body: 'Von einer Karte.', replacement: null },
    }
    const params = { workshopId: desk.view.workshopId }
    const cookie = await app.signIn(email)
    return callEndpoint(app.url, typeCard, { params, body: { ...card, ...more }, cookie })
  }

  it('is typed in by the crew, once for each command, and becomes a contribution like the others', async () => {
    const workshop = await runWholeWorkshop(app, clock, {}, async desk => {
      const id = commandId()
      const first = accepted(await type(desk, demoPeople.facilitator, {}, id))
      expect(accepted(await type(desk, demoPeople.facilitator, {}, id))).toEqual(first)
      for (const email of [demoPeople.heidi, demoPeople.mira])
        expect(refusalOf(await type(desk, email))).toBe('accounts/not-permitted')
      expect(refusalOf(await type(desk, demoPeople.facilitator, { kind: 'risk' }))).toBe('request/invalid')
    })
    const { desk } = workshop
    await until('it is an annotation', async () => {
      const query = { since: '0' }
      const feed = accepted(await callEndpoint(app.url, listAnnotations, { params: { documentId }, query }))
      return feed.annotations.some(
        ({ body, author, workshop: mark }) =>
          body === 'Von einer Karte.' &&
          mark?.id === desk.view.workshopId &&
          author.pseudonym === 'Karte aus der Werkstatt',
      )
    })
    // Nobody sits there: three people, as before.
    const { workshopId } = desk.view
    const cookie = await app.signIn(demoPeople.facilitator)
    const minutes = accepted(await callEndpoint(app.url, getMinutes, { params: { workshopId }, cookie }))
    expect(minutes).toMatchObject({ participants: 3, contributed: 5, tables: { devices: 0 } })
    expect(refusalOf(await type(desk, demoPeople.facilitator))).toBe('workshops/not-gathering')
    leave(workshop)
  })
})
