/**
 * `npm run demo:workshop`: a server of its own with the demo's data, a workshop with open doors, and sixty people who come
 * in over real sockets and take part, so that somebody can sit down and lead. Everything stays on this machine, and is
 * gone when it ends.
 */
import { randomUUID } from 'node:crypto'
import { CommandId, StepId } from '@randnotiz/contract/kit/ids'
import { getHome, ProcessPage } from '@randnotiz/contract/publishing/endpoints'
import { Agenda } from '@randnotiz/contract/workshops/agenda'
import { DeskView } from '@randnotiz/contract/workshops/desk'
import { planWorkshop } from '@randnotiz/contract/workshops/endpoints'
import { deskPath, joinPath, stagePath } from '@randnotiz/contract/workshops/paths'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { demoPassword, signInAs } from '@randnotiz/test-kit/sign-in-as'
import { startServer } from '@randnotiz/test-kit/start-server'
import { DemoGuest } from './demo-guest.js'
import { guestNames } from './demo-words.js'

const guests = 60
/** Everybody comes within this time, in milliseconds. */
const arrivalMs = 40_000

const voting = { secrecy: 'confidential', hidden: true } as const

function agendaOn(documentId: string): Agenda {
  const subject = { documentId, blockId: null, annotationId: null }
  const [alone, group] = [StepId.parse(randomUUID()), StepId.parse(randomUUID())]
  const step = (title: string, minutes: number, plan: object, id: string = randomUUID()) => ({
    id,
    title,
    minutes,
    subject,
    plan,
  })
  return Agenda.parse([
    step('Willkommen', 3, {
      kind: 'announcement',
      text: 'Schön, dass Sie da sind! Heute geht es um die Mobilität von morgen.',
    }),
    step('Lesen', 5, { kind: 'read' }),
    step('Erste Einschätzung', 3, {
      kind: 'poll',
      question: 'Wie überzeugend finden Sie diesen Text?',
      poll: { form: 'scale', points: 5, low: 'gar nicht', high: 'sehr' },
      ...voting,
    }),
    step(
      'Erst allein: Was fällt auf?',
      5,
      { kind: 'gather', kinds: ['idea', 'risk', 'benefit', 'question'], sealedInput: true, most: 3 },
      alone,
    ),
    step('Was gehört zusammen?', 10, { kind: 'group', source: alone }, group),
    step('Was ist am wichtigsten?', 3, { kind: 'dotVote', source: group, dots: 5, perOption: 2, ...voting }),
    step('Gespräch', 10, { kind: 'discussion', secondsPerTurn: 90 }),
  ])
}

async function plan(url: string, cookie: string): Promise<DeskView> {
  const home = ProcessPage.parse(await (await fetch(url + getHome.path)).json())
  const document = home.documents.find(({ slug }) => slug === 'mobile-stadt') ?? home.documents[0]
  if (!document) throw new Error('the demo has no text')
  const setup = {
    processId: home.process.id,
    title: 'Mobil am Marktplatz',
    invitation: 'Kommen Sie vorbei und bringen Sie Ihr Telefon mit.',
    documentIds: [document.id],
    admission: 'open',
    startsAt: null,
    place: 'Rathaus, Großer Saal',
    rehearsal: false,
  }
  const response = await fetch(url + planWorkshop.path, {
    method: planWorkshop.method,
    headers: { 'Content-Type': 'application/json', Origin: url, Cookie: cookie },
    body: JSON.stringify({ commandId: randomUUID(), setup, agenda: agendaOn(document.id) }),
  })
  return DeskView.parse(await response.json())
}

async function openDoors(url: string, cookie: string, { workshopId }: DeskView): Promise<void> {
  const socket = await openSocket(url, cookie)
  const commandId = CommandId.parse(randomUUID())
  const move = { move: 'openLobby' } as const
  const answer = await socket.emitWithAck('workshop:move', {
    commandId,
    workshopId,
    expectedVersion: null,
    move,
  })
  socket.disconnect()
  if (!answer.ok) throw new Error(`the doors stay shut: ${answer.refusal.code}`)
}

const server = await startServer()
const { url } = server
const cookie = await signInAs(url, demoPeople.facilitator)
const desk = await plan(url, cookie)
await openDoors(url, cookie, desk)
const crowd = Array.from({ length: guests }, (_, at) => {
  const name = `${guestNames[at % guestNames.length]}${at < guestNames.length ? '' : ' 2'}`
  const guest = new DemoGuest(url, { code: desk.code, name })
  setTimeout(() => guest.come(), (at * arrivalMs) / guests)
  return guest
})

console.log(`
A workshop is open, and ${guests} people are coming in.

  Lead it       ${url}${deskPath(desk.workshopId)}
                sign in as ${demoPeople.facilitator} with the password ${demoPassword}; the key N goes on
  Projector     ${url}${stagePath}
  Your phone    ${url}${joinPath(desk.code)}

Ctrl+C ends it; nothing of it stays.`)

process.once('SIGINT', () => {
  for (const guest of crowd) guest.leave()
  void server.remove().then(() => process.exit(0))
})
