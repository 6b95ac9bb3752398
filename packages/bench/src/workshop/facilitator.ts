/** Somebody at the desk of a workshop, over a real socket, who comes back after a restart of the server. */
import { randomUUID } from 'node:crypto'
import { CommandId, DocumentId, StepId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { getHome, ProcessPage } from '@randnotiz/contract/publishing/endpoints'
import { Agenda } from '@randnotiz/contract/workshops/agenda'
import { DeskView } from '@randnotiz/contract/workshops/desk'
import { planWorkshop } from '@randnotiz/contract/workshops/endpoints'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { Setup } from '@randnotiz/contract/workshops/session'
import type { VoteResult } from '@randnotiz/contract/workshops/voting'
import { type ClientSocket, openSocket } from '@randnotiz/test-kit/open-socket'
import { signInAs } from '@randnotiz/test-kit/sign-in-as'

const commandId = () => CommandId.parse(randomUUID())
export const pollSteps = [1, 2, 3].map(n => StepId.parse(`00000000-0000-4000-8000-00000000000${n}`))
export const options = ['yes', 'no', 'abstain', 'later']

/** Three polls; their tallies are hidden until the reveal. */
const agenda = Agenda.parse(
  pollSteps.map((id, at) => ({
    id,
    title: `Frage ${at + 1}`,
    minutes: 10,
    subject: null,
    plan: {
      kind: 'poll',
      question: 'Reicht das Angebot am Abend?',
      poll: { form: 'single', options: options.map(option => ({ id: option, label: option })) },
      secrecy: 'confidential',
      hidden: true,
    },
  })),
)

/** A reveal waits until no ballot can be on its way any more. */
const afterGraceMs = 2_000

export class Facilitator {
  #url: string
  #cookie: string
  #socket: ClientSocket
  view: DeskView

  private constructor(
    url: string,
    cookie: string,
    { socket, view }: { socket: ClientSocket; view: DeskView },
  ) {
    this.#url = url
    this.#cookie = cookie
    this.#socket = socket
    this.view = view
  }

  /** Plans a workshop on two texts of the demo, opens its doors and starts it. */
  static async begin(url: string): Promise<Facilitator> {
    const cookie = await signInAs(url, 'werkstatt@example.org')
    const home = ProcessPage.parse(await (await fetch(url + getHome.path)).json())
    const setup: Setup = {
      processId: home.process.id,
      title: 'Werkstatt am Marktplatz',
      invitation: '',
      documentIds: home.documents.slice(0, 2).map(({ id }) => DocumentId.parse(id)),
      admission: 'open',
      startsAt: null,
      place: 'Rathaus',
      rehearsal: false,
    }
    const response = await fetch(url + planWorkshop.path, {
      method: planWorkshop.method,
      headers: { 'Content-Type': 'application/json', Origin: url, Cookie: cookie },
      body: JSON.stringify({ commandId: commandId(), setup, agenda }),
    })
    const view = DeskView.parse(await response.json())
    const socket = await openSocket(url, cookie)
    const facilitator = new Facilitator(url, cookie, { socket, view })
    await facilitator.comeBack()
    await facilitator.move({ move: 'openLobby' })
    await facilitator.move({ move: 'start' })
    return facilitator
  }

  /** Opens the desk on a new connection. */
  async comeBack(): Promise<void> {
    this.#socket.disconnect()
    this.#socket = await openSocket(this.#url, this.#cookie)
    this.view = accepted(await this.#socket.emitWithAck('desk:open', { workshopId: this.view.workshopId }))
  }

  /** Answers the version that the move led to. */
  async move(move: Move): Promise<number> {
    const { workshopId, session } = this.view
    const command = { commandId: commandId(), workshopId, expectedVersion: session.version, move }
    this.view = accepted(await this.#socket.emitWithAck('workshop:move', command))
    return this.view.session.version
  }

  /** Seals the step and reveals it, which recounts every ballot; refuses to answer when the counts differ. */
  async result(stepId: StepId): Promise<VoteResult> {
    await this.move({ move: 'sealStep', stepId })
    await new Promise(resolve => setTimeout(resolve, afterGraceMs))
    await this.move({ move: 'revealStep', stepId })
    const item = this.view.session.agenda.find(({ step }) => step.id === stepId)
    const result = item?.rounds.at(-1)?.result
    if (!result) throw new Error('nothing was revealed')
    return result
  }

  leave(): void {
    this.#socket.disconnect()
  }
}

function accepted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
