import { issueTickets } from '@randnotiz/contract/workshops/endpoints'
import { TicketCode } from '@randnotiz/contract/workshops/hall'
import { sealGraceMs } from '@randnotiz/domain/workshops/step-time'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import {
  accepted,
  choose,
  commandId,
  Desk,
  enterWithPhones,
  type Phone,
  Phone as PhoneInHall,
  type PlanOptions,
  planSmallWorkshop,
  pollStep,
  refusalOf,
  talkStep,
} from './testing/hall.js'

/** Workshops on the whole server: a desk, phones, real sockets, the real database. */
let app: TestApp
let aheadMs = 0
const open: { socket: { disconnect(): unknown } }[] = []

beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => new Date(Date.now() + aheadMs) } })
})
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.disconnect()
})
afterAll(() => app.close())

async function live(count: number, options?: PlanOptions): Promise<{ desk: Desk; phones: Phone[] }> {
  const desk = await planSmallWorkshop(app, options)
  await desk.must({ move: 'openLobby' })
  const phones = await enterWithPhones(app, desk.view.code, count)
  await desk.must({ move: 'start' })
  open.push(desk, ...phones)
  return { desk, phones }
}

/** Past the moment in which a ballot that was under way is still taken. */
const waitForGrace = () => {
  aheadMs += sealGraceMs + 1
}

const openPoll = { move: 'openStep', stepId: pollStep } as const
const sealPoll = { move: 'sealStep', stepId: pollStep } as const
const revealPoll = { move: 'revealStep', stepId: pollStep } as const

describe('planning', () => {
  it('is for facilitators, and happens once for each command', async () => {
    const desk = await planSmallWorkshop(app)
    open.push(desk)
    expect(desk.view).toMatchObject({ role: 'owner', session: { phase: 'draft', version: 1 } })
    expect(desk.view.code).toMatch(/^[A-HJ-NP-Z2-9]{6}$/)
  })

  it('shows the desk to its crew only', async () => {
    const desk = await planSmallWorkshop(app)
    open.push(desk)
    for (const email of ['heidi@example.org', 'verwaltung@example.org'])
      expect(refusalOf(await Desk.open(app, desk.view.workshopId, email))).toBe('accounts/not-permitted')
  })
})

describe('the hall', () => {
  it('is entered with the code, once it is open', async () => {
    const desk = await planSmallWorkshop(app)
    const phone = new PhoneInHall(await openSocket(app.url))
    open.push(desk, phone)
    expect(refusalOf(await phone.join('AAAAAA'))).toBe('workshops/unknown-code')
    expect(refusalOf(await phone.join(desk.view.code))).toBe('workshops/not-open-yet')
    await desk.must({ move: 'openLobby' })
    expect(accepted(await phone.join(desk.view.code))).toMatchObject({
      admitted: 'in',
      hall: { phase: 'lobby' },
    })
  })

  it('knows a device again, over new connections and a restart of the server', async () => {
    const { phones } = await live(1)
    const [phone] = phones
    if (!phone?.seat) throw new Error('nobody came')
    const { participantId } = phone.seat
    expect((await phone.comeBack(app.url)).participantId).toBe(participantId)
    await app.restart()
    expect((await phone.comeBack(app.url)).participantId).toBe(participantId)
  })

  it('hears of every step, and sees nothing of those to come but their titles', async () => {
    const { desk, phones } = await live(1)
    const [phone] = phones
    await desk.must(openPoll)
    await until('the phone sees the poll', () => phone?.heard.at(-1)?.current?.step.id === pollStep)
    const view = phone?.heard.at(-1)
    expect(view?.agenda.map(({ title, state }) => [title, state])).toEqual([
      ['Stimmung', 'open'],
      ['Gespräch', 'planned'],
    ])
    expect(JSON.stringify(phone?.seat?.hall)).not.toContain('Reicht das Angebot')
    expect(JSON.stringify(view)).not.toContain('crew')
  })

  it('lets people in one by one when there is a waiting room', async () => {
    const { phones } = await live(1, { setup: { admission: 'waitingRoom' } })
    const [phone] = phones
    if (!phone) throw new Error('nobody came')
    expect(phone.seat?.admitted).toBe('waiting')
    expect(refusalOf(await phone.cast(choose('yes')))).toBe('workshops/waiting')
  })

  it('tells whoever waits that they have been let in, at once', async () => {
    const { desk, phones } = await live(1, { setup: { admission: 'waitingRoom' } })
    const [phone] = phones
    if (!phone?.seat) throw new Error('nobody came')
    const told: unknown[] = []
    phone.socket.on('seat:changed', seat => void told.push(seat))
    const { workshopId, participantId } = phone.seat
    const decision = { workshopId, participantId, admitted: 'in' as const }
    expect(refusalOf(await phone.socket.emitWithAck('seat:admit', decision))).toBe(
      'accounts/sign-in-required',
    )
    accepted(await desk.socket.emitWithAck('seat:admit', decision))
    await until('the phone hears of it', () => told.length === 1)
    expect((await phone.comeBack(app.url)).admitted).toBe('in')
  })

  it('gives each ticket one seat, and the seat of a lost one to whoever comes with the new one', async () => {
    const desk = await planSmallWorkshop(app, { setup: { admission: 'tickets' } })
    open.push(desk)
    await desk.must({ move: 'openLobby' })
    const cookie = await app.signIn('werkstatt@example.org')
    const { workshopId, code } = desk.view
    const issue = async (replaces: string | null) => {
      const body = { commandId: commandId(), count: 1, replaces: replaces && TicketCode.parse(replaces) }
      return (
        accepted(await callEndpoint(app.url, issueTickets, { params: { workshopId }, body, cookie }))
          .codes[0] ?? ''
      )
    }
    const come = async (ticket: string | null) => {
      const phone = new PhoneInHall(await openSocket(app.url))
      open.push(phone)
      return phone.join(code, 'Gast', ticket)
    }
    expect(refusalOf(await come(null))).toBe('workshops/ticket-needed')
    const first = await issue(null)
    const seat = accepted(await come(first))
    expect(refusalOf(await come(first))).toBe('workshops/ticket-used')
    const second = await issue(first)
    expect(refusalOf(await come(first))).toBe('workshops/ticket-needed')
    expect(accepted(await come(second)).participantId).toBe(seat.participantId)
    expect(refusalOf(await come(second))).toBe('workshops/ticket-used')
  })
})

describe('a vote', () => {
  it('counts each person once, whatever is repeated, and takes a change of mind', async () => {
    const { desk, phones } = await live(3)
    await desk.must(openPoll)
    const [a, b, c] = phones
    if (!a || !b || !c) throw new Error('nobody came')
    const first = commandId()
    const receipt = accepted(await a.cast(choose('yes'), first))
    await a.comeBack(app.url)
    expect(accepted(await a.cast(choose('yes'), first))).toEqual(receipt)
    accepted(await b.cast(choose('yes')))
    accepted(await b.cast(choose('no')))
    // A replay of the earlier choice must not undo the later one.
    const earlier = commandId()
    accepted(await c.cast(choose('yes'), earlier))
    accepted(await c.cast(choose('no')))
    expect(accepted(await c.cast(choose('yes'), earlier)).choices).toEqual(choose('no'))
    await desk.must(sealPoll)
    expect(refusalOf(await desk.move(revealPoll))).toBe('workshops/not-now')
    waitForGrace()
    await desk.must(revealPoll)
    const result = desk.view.session.agenda[0]?.rounds[0]?.result
    expect(result).toMatchObject({
      tally: {
        cast: 3,
        options: [
          { optionId: 'yes', weight: 1 },
          { optionId: 'no', weight: 2 },
        ],
      },
      eligible: 3,
      late: 0,
    })
  })

  it('survives many first ballots of one person at the same moment', async () => {
    const { desk, phones } = await live(1)
    await desk.must(openPoll)
    const [phone] = phones
    if (!phone) throw new Error('nobody came')
    const receipts = await Promise.all(
      Array.from({ length: 8 }, (_, n) => phone.cast(choose(n % 2 ? 'yes' : 'no'))),
    )
    for (const receipt of receipts) accepted(receipt)
    await desk.must(sealPoll)
    waitForGrace()
    await desk.must(revealPoll)
    expect(desk.view.session.agenda[0]?.rounds[0]?.result?.tally.cast).toBe(1)
  })

  it('refuses what is too much, unknown, too late or not one of this hall', async () => {
    const { desk, phones } = await live(2)
    const [phone, late] = phones
    if (!phone || !late) throw new Error('nobody came')
    expect(refusalOf(await phone.cast(choose('yes')))).toBe('workshops/unknown')
    await desk.must(openPoll)
    expect(refusalOf(await phone.cast(choose('yes', 'no')))).toBe('workshops/ballot-invalid')
    expect(refusalOf(await phone.cast(choose('maybe')))).toBe('workshops/ballot-invalid')
    const stranger = new PhoneInHall(await openSocket(app.url))
    stranger.seat = phone.seat
    open.push(stranger)
    expect(refusalOf(await stranger.cast(choose('yes')))).toBe('workshops/no-seat')
    const known = commandId()
    accepted(await phone.cast(choose('yes'), known))
    await desk.must(sealPoll)
    waitForGrace()
    expect(refusalOf(await late.cast(choose('no')))).toBe('workshops/vote-closed')
    expect(accepted(await phone.cast(choose('yes'), known)).choices).toEqual(choose('yes'))
    expect(refusalOf(await phone.cast(choose('no')))).toBe('workshops/vote-closed')
  })

  it('keeps its tally to itself while it is hidden', async () => {
    const { desk, phones } = await live(1)
    const [phone] = phones
    if (!phone) throw new Error('nobody came')
    const told: unknown[] = []
    desk.socket.on('tally:changed', tally => void told.push(tally))
    await desk.must(openPoll)
    accepted(await phone.cast(choose('yes')))
    await until('the desk hears of a ballot', () => told.length > 0)
    expect(told[0]).toMatchObject({ cast: 1, tally: null })
  })
})

describe('the desk', () => {
  it('does nothing twice, and nothing that no longer fits', async () => {
    const { desk } = await live(0)
    const id = commandId()
    const seen = desk.view.session.version
    accepted(await desk.move(openPoll, id, seen))
    const again = accepted(await desk.move(openPoll, id, seen))
    expect(again.session.agenda[0]?.rounds).toHaveLength(1)
    expect(refusalOf(await desk.move({ move: 'skipStep', stepId: talkStep }, commandId(), seen))).toBe(
      'workshops/moved-on',
    )
  })

  it('goes on after a restart where it was', async () => {
    const { desk } = await live(1)
    await desk.must(openPoll)
    const { version } = desk.view.session
    await app.restart()
    const view = accepted(await Desk.open(app, desk.view.workshopId, 'werkstatt@example.org'))
    expect(view.session).toMatchObject({ version, phase: 'live', currentStep: pollStep })
    expect(view.participants).toHaveLength(1)
  })

  it('hears who wants to speak', async () => {
    const { desk, phones } = await live(2)
    const [phone] = phones
    if (!phone?.seat) throw new Error('nobody came')
    accepted(await phone.raiseHand(true))
    expect(refusalOf(await phone.raiseHand(true))).toBe('workshops/not-now')
    await desk.must({ move: 'startTurn', participantId: phone.seat.participantId })
    await until('the hall sees who speaks', () => phone.heard.at(-1)?.speakers.speaking !== null)
  })
})
