import { getNotices } from '@randnotiz/contract/accounts/notice-endpoints'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { getCrew } from '@randnotiz/contract/workshops/crew'
import { issueTickets } from '@randnotiz/contract/workshops/endpoints'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { CrewRole } from '@randnotiz/contract/workshops/session'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { accepted, commandId, Desk, planSmallWorkshop, pollStep, refusalOf } from './testing/hall.js'

/** Who runs a workshop, and what everybody else tries. */
let app: TestApp
let desk: Desk
const open: Desk[] = []
beforeAll(async () => {
  app = await startTestApp({ clientDist: '' })
})
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.disconnect()
})
afterAll(() => app.close())

async function plan(): Promise<void> {
  desk = await planSmallWorkshop(app)
  open.push(desk)
}

const crewFor = async (email: string) => {
  const params = { workshopId: desk.view.workshopId }
  return callEndpoint(app.url, getCrew, { params, cookie: await app.signIn(email) })
}

async function idOf(email: string): Promise<UserId> {
  const viewer = await fetch(`${app.url}/api/viewer`, { headers: { cookie: await app.signIn(email) } })
  const { id }: { id: UserId } = await viewer.json()
  return id
}

async function call(...others: [email: string, role: CrewRole][]): Promise<void> {
  const called = await Promise.all(others.map(async ([email, role]) => ({ userId: await idOf(email), role })))
  const { crew } = desk.view.session
  await desk.must({ move: 'setCrew', crew: [...crew.filter(({ role }) => role === 'owner'), ...called] })
}

async function deskOf(email: string): Promise<Desk> {
  const socket = await openSocket(app.url, await app.signIn(email))
  const { workshopId } = desk.view
  const theirs = new Desk(socket, accepted(await socket.emitWithAck('desk:open', { workshopId })))
  open.push(theirs)
  return theirs
}

const noticesOf = async (email: string) => {
  const cookie = await app.signIn(email)
  const page = accepted(await callEndpoint(app.url, getNotices, { query: { since: '0' }, cookie }))
  return page.notices.map(({ event }) => event).filter(({ kind }) => kind === 'crew')
}

describe('a crew', () => {
  it('is called by its owner from those who work for the city, by name, and each is told once', async () => {
    await plan()
    const { members, others } = accepted(await crewFor(demoPeople.facilitator))
    expect(members).toMatchObject([{ role: 'owner' }])
    expect(others.map(({ userId }) => userId)).toContain(await idOf(demoPeople.jonas))
    expect(others.map(({ userId }) => userId)).not.toContain(await idOf(demoPeople.heidi))
    await call([demoPeople.jonas, 'coLead'], [demoPeople.mira, 'scribe'])
    await until('both are told', async () => (await noticesOf(demoPeople.mira)).length === 1)
    expect(await noticesOf(demoPeople.jonas)).toMatchObject([
      {
        role: 'coLead',
        workshop: 'Werkstatt am Marktplatz',
        path: `/arbeit/werkstatt/${desk.view.workshopId}`,
      },
    ])
    await app.restart()
    expect(await noticesOf(demoPeople.jonas)).toHaveLength(1)
    // Who is called sees the crew, and not whom else one could call.
    expect(accepted(await crewFor(demoPeople.mira))).toMatchObject({ others: [] })
  })

  it('hands control over to a colleague, and the whole workshop too', async () => {
    await plan()
    await call([demoPeople.jonas, 'coLead'])
    await desk.must({ move: 'openLobby' })
    const jonas = await idOf(demoPeople.jonas)
    await desk.must({ move: 'grantControl', to: jonas })
    expect(refusalOf(await desk.move({ move: 'start' }))).toBe('workshops/not-in-control')
    const theirs = await deskOf(demoPeople.jonas)
    await theirs.must({ move: 'start' })
    const me = desk.view.session.crew[0]?.userId
    if (me === undefined) throw new Error('no owner')
    const crew = [
      { userId: jonas, role: 'owner' as const },
      { userId: me, role: 'lead' as const },
    ]
    const { version } = theirs.view.session
    accepted(await desk.move({ move: 'setCrew', crew }, commandId(), version))
    expect(refusalOf(await desk.move({ move: 'setCrew', crew: desk.view.session.crew }))).toBe(
      'accounts/not-permitted',
    )
  })
})

describe('whoever is not called, or for something else', () => {
  const moves: Record<string, Move> = {
    openLobby: { move: 'openLobby' },
    openStep: { move: 'openStep', stepId: pollStep },
    publish: { move: 'publish' },
    takeControl: { move: 'takeControl' },
  }

  it('sees and moves nothing', async () => {
    await plan()
    expect(refusalOf(await crewFor(demoPeople.heidi))).toBe('accounts/not-permitted')
    // Working for the city is not enough, nor is administering it.
    for (const email of [demoPeople.mira, demoPeople.admin]) {
      expect(refusalOf(await crewFor(email))).toBe('accounts/not-permitted')
      const socket = await openSocket(app.url, await app.signIn(email))
      const foreign = new Desk(socket, desk.view)
      open.push(foreign)
      const self: Move = { move: 'setCrew', crew: [{ userId: await idOf(email), role: 'owner' }] }
      for (const move of [...Object.values(moves), self])
        expect(refusalOf(await foreign.move(move))).toBe('accounts/not-permitted')
    }
  })

  it('is not made one of the crew: a citizen, an invented person, a second owner, nobody at all', async () => {
    await plan()
    const { crew } = desk.view.session
    const heidi = await idOf(demoPeople.heidi)
    const jonas = await idOf(demoPeople.jonas)
    const [first] = crew
    if (!first) throw new Error('no owner')
    const wrong = [
      [...crew, { userId: heidi, role: 'scribe' as const }],
      [
        ...crew,
        { ...first, userId: 'ffffffffffffffffffffffff' as typeof first.userId, role: 'lead' as const },
      ],
      [...crew, { userId: jonas, role: 'owner' as const }],
      [...crew, { userId: jonas, role: 'lead' as const }, { userId: jonas, role: 'scribe' as const }],
      [{ userId: jonas, role: 'lead' as const }],
      [],
    ]
    for (const crew of wrong)
      expect(refusalOf(await desk.move({ move: 'setCrew', crew }))).toBe('request/invalid')
    expect(desk.view.session.crew).toEqual(crew)
  })

  it('does what their part allows and no more', async () => {
    await plan()
    await call(
      [demoPeople.jonas, 'scribe'],
      [demoPeople.mira, 'observer'],
      [demoPeople.moderator, 'moderator'],
    )
    await desk.must({ move: 'openLobby' }, { move: 'start' })
    for (const email of [demoPeople.jonas, demoPeople.mira, demoPeople.moderator]) {
      const theirs = await deskOf(email)
      for (const move of [moves.openStep, moves.publish, moves.takeControl])
        if (move) expect(refusalOf(await theirs.move(move))).toBe('accounts/not-permitted')
    }
    const params = { workshopId: desk.view.workshopId }
    const body = { commandId: commandId(), count: 1, replaces: null, people: 1 }
    const cookie = await app.signIn(demoPeople.mira)
    expect(refusalOf(await callEndpoint(app.url, issueTickets, { params, body, cookie }))).toBe(
      'accounts/not-permitted',
    )
  })
})
