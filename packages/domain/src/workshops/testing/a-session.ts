import { CommandId, DocumentId, ParticipantId, ProcessId, StepId, UserId } from '@randnotiz/contract/kit/ids'
import { Agenda } from '@randnotiz/contract/workshops/agenda'
import type { Mover, SessionEvent, SessionFact } from '@randnotiz/contract/workshops/events'
import type { Move } from '@randnotiz/contract/workshops/moves'
import { type Session, Setup } from '@randnotiz/contract/workshops/session'
import type { VoteOption } from '@randnotiz/contract/workshops/voting'
import type { Circumstances } from '../decision.js'
import { replay } from '../evolve.js'
import { decide } from '../machine.js'

const hex = (digit: string) => digit.repeat(24)
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const owner = UserId.parse(hex('a'))
export const coLead = UserId.parse(hex('b'))
export const scribe = UserId.parse(hex('c'))
export const stranger = UserId.parse(hex('f'))
export const person = (n: number) => ParticipantId.parse(String(n).padStart(24, '0'))
export const stepId = (n: number) => StepId.parse(uuid(n))
export const documentId = DocumentId.parse(hex('d'))
export const crew = (userId: UserId): Mover => ({ kind: 'crew', userId })
export const hall = (n: number): Mover => ({ kind: 'participant', participantId: person(n) })

export const setup = Setup.parse({
  processId: ProcessId.parse(hex('e')),
  title: 'Werkstatt am Marktplatz',
  invitation: '',
  documentIds: [documentId],
  admission: 'open',
  startsAt: null,
  place: '',
  rehearsal: false,
})

const voting = { secrecy: 'confidential', hidden: true } as const
const poll = {
  form: 'single',
  options: [
    { id: 'yes', label: 'Ja' },
    { id: 'no', label: 'Nein' },
  ],
}

/** Gather, group, dot-vote, poll, discussion: one minute each. */
export const agenda = Agenda.parse(
  [
    { kind: 'gather', kinds: ['idea'], sealedInput: true, most: null },
    { kind: 'group', source: stepId(0) },
    { kind: 'dotVote', source: stepId(1), dots: 3, perOption: 2, ...voting },
    { kind: 'poll', question: 'Reicht das?', poll, ...voting },
    { kind: 'discussion', secondsPerTurn: 60 },
  ].map((plan, n) => ({ id: stepId(n), title: `Schritt ${n}`, minutes: 1, subject: null, plan })),
)

export const someOptions = (): VoteOption[] =>
  agenda[3]?.plan.kind === 'poll' && agenda[3].plan.poll.form === 'single'
    ? agenda[3].plan.poll.options.map(option => ({ ...option, annotationIds: [] }))
    : []

/** A session that is moved by hand: a clock that stands still, a log, and the state that follows from it. */
export class SessionByHand {
  readonly events: SessionEvent[] = []
  now = new Date('2026-05-04T18:00:00.000Z')
  holderSilentMs = 0
  count: Circumstances['countOf'] = () => null
  options: Circumstances['optionsFor'] = someOptions

  constructor() {
    this.#write({ fact: 'planned', setup, agenda, owner }, crew(owner))
    this.must({
      move: 'setCrew',
      crew: [member(owner, 'owner'), member(coLead, 'coLead'), member(scribe, 'scribe')],
    })
  }

  get session(): Session {
    return replay(this.events)
  }

  /** Answers what was refused, or null when it happened. */
  try(move: Move, mover: Mover = crew(owner), expectedVersion: number | null = null): string | null {
    const decision = decide(this.session, { move, expectedVersion }, mover, {
      now: this.now,
      holderSilentMs: this.holderSilentMs,
      optionsFor: this.options,
      countOf: this.count,
    })
    if (!decision.ok) return decision.refusal.code
    this.#write(decision.value, mover)
    return null
  }

  must(move: Move, mover?: Mover): void {
    const refused = this.try(move, mover)
    if (refused !== null) throw new Error(`${move.move} was refused: ${refused}`)
  }

  /** Up to the point where steps can be opened. */
  goLive(): this {
    this.must({ move: 'openLobby' })
    this.must({ move: 'start' })
    return this
  }

  later(ms: number): void {
    this.now = new Date(this.now.getTime() + ms)
  }

  statusOf(n: number) {
    return this.session.agenda[n]?.status.state
  }

  #write(fact: SessionFact, by: Mover): void {
    const seq = this.events.length + 1
    this.events.push({ seq, at: this.now.toISOString(), by, commandId: CommandId.parse(uuid(seq)), fact })
  }
}

const member = (userId: UserId, role: 'owner' | 'coLead' | 'scribe') => ({ userId, role })
