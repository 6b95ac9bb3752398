import { randomUUID } from 'node:crypto'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { GroupId, OutcomeId, StepId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { Agenda } from '@randnotiz/contract/workshops/agenda'
import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import type { WorkshopOutcome } from '@randnotiz/contract/workshops/outcome'
import type { Setup } from '@randnotiz/contract/workshops/session'
import { Choices } from '@randnotiz/contract/workshops/voting'
import { readDocument } from '../../../testing/demo-document.js'
import type { TestApp } from '../../../testing/start-app.js'
import { linesOf } from '../lines-of.js'
import { accepted, commandId, type Desk, enterWithPhones, type Phone, planWorkshopOf } from './hall.js'

const stepOf = (n: number) => StepId.parse(`00000000-0000-4000-8000-0000000000${10 + n}`)
export const [gather, group, dots, duel] = [stepOf(1), stepOf(2), stepOf(3), stepOf(4)] as const

/** A clock that stands still until it is moved. */
export class HandClock {
  at = new Date('2026-05-04T16:00:00.000Z')
  now = () => this.at
  later(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000)
  }
}

export const outcome = (words: string, more: Partial<WorkshopOutcome> = {}): WorkshopOutcome => ({
  id: OutcomeId.parse(randomUUID()),
  stepId: null,
  words,
  owner: '',
  dueOn: null,
  state: 'agreed',
  ...more,
})

export type WholeWorkshop = { desk: Desk; phones: Phone[]; said: Record<string, AnnotationId>; line: string }

/**
 * A workshop with a gathering, groups, dots and a wording duel, led to its close: three people, four contributions, one
 * of them held back, and what was agreed.
 */
export async function runWholeWorkshop(
  app: TestApp,
  clock: HandClock,
  setup: Partial<Setup> = {},
  whileGathering: (desk: Desk) => Promise<void> = async () => {},
): Promise<WholeWorkshop> {
  const { document, text } = await readDocument(app.url, 'mobile-stadt')
  const line = linesOf(text.html).find(({ kind, text }) => kind === 'paragraph' && text.length > 60)
  if (!line) throw new Error('the demo text has no paragraph')
  const subject = { documentId: document.id, blockId: line.blockId, annotationId: null }
  const desk = await planWorkshopOf(app, agendaAbout(subject), setup)
  await desk.must({ move: 'openLobby' })
  const phones = await enterWithPhones(app, desk.view.code, 3)
  await desk.must({ move: 'start' }, { move: 'openStep', stepId: gather })
  const say = sayAbout({ documentId: document.id, blockId: line.blockId })
  const said = {
    benches: await say(phones[0], 'Mehr Bänke am Weg.'),
    shade: await say(phones[1], 'Mehr Schatten am Bahnhof.'),
    wording: await say(phones[1], 'Klarer so.', {
      kind: 'wording',
      replacement: 'Alle kommen ohne Auto an.',
    }),
    held: await say(phones[2], 'Nennt jemanden beim Namen.'),
  }
  await whileGathering(desk)
  clock.later(4)
  await desk.must(
    { move: 'holdBack', annotationId: said.held, reason: 'Nennt eine Person.' },
    { move: 'openStep', stepId: group },
    makeGroup('Aufenthalt', [said.benches, said.shade]),
    { move: 'openStep', stepId: dots },
  )
  const [option] = voteOf(desk, dots)
  await cast(phones[0], dots, [{ optionId: option, weight: 2 }])
  await cast(phones[1], dots, [{ optionId: option, weight: 1 }])
  clock.later(3)
  await sealAndReveal(desk, clock, dots)
  await desk.must({ move: 'settleStep', stepId: dots, conclusion: 'Aufenthalt zuerst.' })
  await desk.must({ move: 'openStep', stepId: duel })
  const [asItIs, proposed] = voteOf(desk, duel)
  await cast(phones[0], duel, [{ optionId: proposed, weight: 1 }])
  await cast(phones[1], duel, [{ optionId: proposed, weight: 1 }])
  await cast(phones[2], duel, [{ optionId: asItIs, weight: 1 }])
  await sealAndReveal(desk, clock, duel)
  const agreed = outcome('Die Bänke kommen vor den Bahnhof.', { stepId: dots })
  const followUp = outcome('Ort für drei Bänke vorschlagen.', {
    owner: 'Fachbereich Grün',
    dueOn: '2026-06-15',
    state: 'open',
  })
  await desk.must(
    { move: 'recordOutcome', outcome: agreed },
    { move: 'recordOutcome', outcome: followUp },
    { move: 'beginClosing' },
    { move: 'close' },
  )
  return { desk, phones, said, line: line.text }
}

const agendaAbout = (subject: object) =>
  Agenda.parse(
    (
      [
        [
          gather,
          'Was fällt auf?',
          { kind: 'gather', kinds: ['idea', 'wording'], sealedInput: false, most: null },
        ],
        [group, 'Was gehört zusammen?', { kind: 'group', source: gather }],
        [
          dots,
          'Was ist wichtig?',
          { kind: 'dotVote', source: group, dots: 3, perOption: 2, secrecy: 'secret', hidden: true },
        ],
        [duel, 'Wie soll es heißen?', { kind: 'duel', secrecy: 'confidential', hidden: true }],
      ] as const
    ).map(([id, title, plan]) => ({ id, title, minutes: 5, subject, plan })),
  )

const sayAbout =
  (place: Pick<Contribution, 'documentId' | 'blockId'>) =>
  async (phone: Phone | undefined, body: string, more: object = {}): Promise<AnnotationId> => {
    if (!phone) throw new Error('nobody came')
    const answer: Result<Contribution> = await phone.socket.emitWithAck('contribution:make', {
      ...{ workshopId: phone.workshopId(), key: phone.key, commandId: commandId(), stepId: gather },
      ...{ ...place, quote: null, kind: 'idea', body, replacement: null, ...more },
    })
    return accepted(answer).id
  }

const makeGroup = (title: string, annotationIds: AnnotationId[]) =>
  ({ move: 'makeGroup', stepId: group, groupId: GroupId.parse(randomUUID()), title, annotationIds }) as const

function voteOf(desk: Desk, id: StepId): string[] {
  const vote = desk.view.session.agenda.find(({ step }) => step.id === id)?.rounds.at(-1)?.vote
  return vote?.options.map(({ id }) => id) ?? []
}

async function cast(
  phone: Phone | undefined,
  stepId: StepId,
  choices: { optionId: string | undefined; weight: number }[],
): Promise<void> {
  if (!phone) throw new Error('nobody came')
  const ballot = { workshopId: phone.workshopId(), key: phone.key, commandId: commandId(), stepId, round: 1 }
  const payload = { ...ballot, choices: Choices.parse(choices) }
  accepted(await phone.socket.emitWithAck('ballot:cast', payload))
}

/** Behind the moment of grace. */
async function sealAndReveal(desk: Desk, clock: HandClock, stepId: StepId): Promise<void> {
  await desk.must({ move: 'sealStep', stepId })
  clock.later(1)
  await desk.must({ move: 'revealStep', stepId })
}

export function leave({ desk, phones }: WholeWorkshop): void {
  for (const { socket } of [desk, ...phones]) socket.disconnect()
}
