import { AnnotationId, DocumentId, GroupId } from '@randnotiz/contract/kit/ids'
import type { Move } from '@randnotiz/contract/workshops/moves'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  agenda,
  coLead,
  crew,
  documentId,
  hall,
  owner,
  person,
  SessionByHand,
  scribe,
  setup,
  stepId,
  stranger,
} from './testing/a-session.js'
import { tallyOf } from './voting.js'

let town: SessionByHand
beforeEach(() => {
  town = new SessionByHand()
})

const open = (n: number): Move => ({ move: 'openStep', stepId: stepId(n) })

describe('a session', () => {
  it('goes from draft to published, one phase after the other', () => {
    for (const move of ['openLobby', 'start', 'pause', 'resume', 'beginClosing', 'close', 'publish'] as const)
      town.must({ move })
    expect(town.session.phase).toBe('published')
    expect(town.try({ move: 'start' })).toBe('workshops/not-now')
  })

  it('holds the running step when it pauses, with the time that was left', () => {
    town.goLive().must(open(4))
    town.later(20_000)
    town.must({ move: 'pause' })
    expect(town.session.agenda[4]?.status).toEqual({
      state: 'held',
      time: { kind: 'stopped', leftMs: 40_000 },
    })
    expect(town.try({ move: 'resumeStep', stepId: stepId(4) })).toBe('workshops/not-now')
    town.later(600_000)
    town.must({ move: 'resume' })
    town.must({ move: 'resumeStep', stepId: stepId(4) })
    const endsAt = new Date(town.now.getTime() + 40_000).toISOString()
    expect(town.session.agenda[4]?.status).toMatchObject({ state: 'open', time: { kind: 'running', endsAt } })
  })

  it('does not close over an open vote, and settles what else still ran', () => {
    town.goLive().must(open(3))
    expect(town.try({ move: 'beginClosing' })).toBe('workshops/step-still-open')
    town.must({ move: 'sealStep', stepId: stepId(3) })
    town.must(open(4))
    town.must({ move: 'beginClosing' })
    town.must({ move: 'close' })
    expect([town.statusOf(3), town.statusOf(4)]).toEqual(['sealed', 'settled'])
  })
})

describe('a step', () => {
  it('is opened only while the session is live, and one at a time', () => {
    expect(town.try(open(0))).toBe('workshops/not-now')
    town.goLive().must(open(0))
    town.must(open(1))
    expect([town.statusOf(0), town.statusOf(1)]).toEqual(['settled', 'open'])
    expect(town.session.currentStep).toBe(stepId(1))
  })

  it('with an open vote is not left by accident', () => {
    town.goLive().must(open(3))
    expect(town.try(open(4))).toBe('workshops/step-still-open')
    expect(town.try({ move: 'settleStep', stepId: stepId(3), conclusion: null })).toBe(
      'workshops/step-still-open',
    )
  })

  it('that is sealed waits for its reveal while others go on', () => {
    town.goLive().must(open(3))
    town.must({ move: 'sealStep', stepId: stepId(3) })
    town.must(open(4))
    expect(town.statusOf(3)).toBe('sealed')
  })

  it('opens again as another round, and keeps the one before', () => {
    town.goLive().must(open(3))
    town.must({ move: 'sealStep', stepId: stepId(3) })
    town.must(open(3))
    const rounds = town.session.agenda[3]?.rounds ?? []
    expect(rounds.map(({ number, sealedAt }) => [number, sealedAt !== null])).toEqual([
      [1, true],
      [2, false],
    ])
  })

  it('announces its seal five seconds ahead, once', () => {
    town.goLive().must(open(3))
    town.must({ move: 'announceSeal', stepId: stepId(3) })
    const sealsAt = new Date(town.now.getTime() + 5_000).toISOString()
    expect(town.session.agenda[3]?.status).toMatchObject({ state: 'open', sealsAt })
    expect(town.try({ move: 'announceSeal', stepId: stepId(3) })).toBe('workshops/not-now')
  })

  it('is revealed only when the recount agrees with the tally', () => {
    town.goLive().must(open(3))
    town.must({ move: 'sealStep', stepId: stepId(3) })
    const vote = town.session.agenda[3]?.rounds[0]?.vote
    if (!vote) throw new Error('no vote')
    const [yes] = vote.options
    if (!yes) throw new Error('no option')
    const count = (ballots: number) => ({
      tally: tallyOf(vote, Array(ballots).fill([{ optionId: yes.id, weight: 1 }])),
      eligible: 5,
      late: 0,
    })
    const reveal: Move = { move: 'revealStep', stepId: stepId(3) }
    expect(town.try(reveal), 'a ballot may be on its way').toBe('workshops/not-now')
    town.later(1_501)
    town.count = () => ({ running: count(3), recounted: count(2) })
    expect(town.try(reveal)).toBe('workshops/recount-differs')
    town.count = () => ({ running: count(3), recounted: count(3) })
    town.must(reveal)
    expect(town.session.agenda[3]?.rounds[0]?.result).toEqual(count(3))
  })

  it('cannot vote on what has no options', () => {
    town.goLive()
    town.options = () => []
    expect(town.try(open(2))).toBe('workshops/nothing-to-vote-on')
    expect(town.try(open(99))).toBe('workshops/unknown')
  })
})

describe('control', () => {
  beforeEach(() => void town.goLive())

  it('is with one person; the others are told so', () => {
    expect(town.try(open(0), crew(coLead))).toBe('workshops/not-in-control')
    expect(town.try(open(0), crew(scribe))).toBe('accounts/not-permitted')
    expect(town.try(open(0), crew(stranger))).toBe('accounts/not-permitted')
    expect(town.try(open(0), hall(1))).toBe('accounts/not-permitted')
  })

  it('is asked for and given', () => {
    town.must({ move: 'requestControl' }, crew(coLead))
    town.must({ move: 'grantControl', to: coLead })
    expect(town.session.control).toMatchObject({ holder: coLead, requestedBy: null })
    expect(town.try({ move: 'grantControl', to: scribe }, crew(coLead))).toBe('workshops/not-now')
  })

  it('is taken from a holder who is silent for 30 seconds, and by the owner at any time', () => {
    town.must({ move: 'grantControl', to: coLead })
    town.must({ move: 'takeControl' })
    expect(town.events.at(-1)?.fact).toEqual({ fact: 'controlPassed', to: owner, how: 'forced' })
    town.holderSilentMs = 29_999
    expect(town.try({ move: 'takeControl' }, crew(coLead))).toBe('workshops/control-held')
    town.holderSilentMs = 30_000
    town.must({ move: 'takeControl' }, crew(coLead))
    expect(town.events.at(-1)?.fact).toMatchObject({ to: coLead, how: 'silent' })
  })

  it('stays with somebody who can have it when the crew changes', () => {
    const without = [{ userId: owner, role: 'owner' as const }]
    town.must({ move: 'grantControl', to: coLead })
    expect(town.try({ move: 'setCrew', crew: without })).toBe('request/invalid')
  })
})

describe('a version', () => {
  it('keeps a double click from skipping a step', () => {
    town.goLive()
    const seen = town.session.deskVersion
    expect(town.try(open(0), crew(owner), seen)).toBeNull()
    expect(town.try(open(1), crew(owner), seen)).toBe('workshops/moved-on')
  })

  it('is not disturbed by hands that go up', () => {
    town.goLive()
    const seen = town.session.deskVersion
    town.must({ move: 'askToSpeak', participantId: person(1) }, hall(1))
    expect(town.try(open(0), crew(owner), seen)).toBeNull()
  })
})

describe('the agenda', () => {
  it('keeps what has happened', () => {
    town.goLive().must(open(0))
    const [first, ...rest] = agenda
    expect(town.try({ move: 'changeAgenda', agenda: rest })).toBe('request/invalid')
    if (!first) throw new Error('no step')
    const shorter = [first, ...rest.slice(0, 1)]
    town.must({ move: 'changeAgenda', agenda: shorter })
    expect(town.session.agenda.map(item => item.step.id)).toEqual([stepId(0), stepId(1)])
    expect(town.statusOf(0)).toBe('open')
  })

  it('refuses a vote on something that comes later, and a step that stands twice', () => {
    expect(town.try({ move: 'changeAgenda', agenda: agenda.toReversed() })).toBe('request/invalid')
    expect(town.try({ move: 'changeAgenda', agenda: [...agenda, ...agenda.slice(4)] })).toBe(
      'request/invalid',
    )
  })

  it('takes a poll on the spot', () => {
    town.goLive().must(open(0))
    const [, , , poll] = agenda
    if (!poll) throw new Error('no poll')
    town.must({ move: 'insertStep', step: { ...poll, id: stepId(50) }, before: stepId(1) })
    expect(town.session.agenda.map(item => item.step.id).indexOf(stepId(50))).toBe(1)
  })
})

describe('groups', () => {
  const [a, b] = [1, 2].map(n => GroupId.parse(`00000000-0000-4000-9000-00000000000${n}`))

  it('take contributions out of each other, and merge', () => {
    if (!a || !b) throw new Error('no ids')
    const note = (n: number) => AnnotationId.parse(person(n))
    town.goLive().must(open(1))
    const step = { stepId: stepId(1) }
    town.must({ move: 'makeGroup', ...step, groupId: a, title: 'Wege', annotationIds: [note(1), note(2)] })
    town.must(
      { move: 'makeGroup', ...step, groupId: b, title: '', annotationIds: [note(2), note(3)] },
      crew(scribe),
    )
    expect(town.session.agenda[1]?.groups.map(group => group.annotationIds)).toEqual([
      [note(1)],
      [note(2), note(3)],
    ])
    town.must({ move: 'mergeGroups', ...step, from: a, into: b })
    expect(town.session.agenda[1]?.groups).toEqual([
      { id: b, title: 'Wege', annotationIds: [note(2), note(3), note(1)] },
    ])
    expect(town.try({ move: 'titleGroup', ...step, groupId: a, title: 'weg' })).toBe('workshops/not-now')
  })
})

describe('speaking', () => {
  it('is asked for by oneself only', () => {
    town.goLive()
    expect(town.try({ move: 'askToSpeak', participantId: person(2) }, hall(1))).toBe('accounts/not-permitted')
    town.must({ move: 'askToSpeak', participantId: person(2) }, crew(scribe))
    expect(town.try({ move: 'askToSpeak', participantId: person(2) }, hall(2))).toBe('workshops/not-now')
  })

  it('is one at a time', () => {
    town.goLive()
    for (const n of [1, 2]) town.must({ move: 'askToSpeak', participantId: person(n) }, hall(n))
    town.must({ move: 'startTurn', participantId: person(1) })
    town.later(30_000)
    town.must({ move: 'startTurn', participantId: person(2) })
    expect(town.session.speakers.turns.map(({ endedAt }) => endedAt)).toEqual([town.now.toISOString(), null])
    expect(town.session.speakers.waiting).toEqual([])
  })
})

it('puts the spotlight only on texts of the session', () => {
  town.goLive()
  const subject = { documentId, blockId: null, annotationId: null }
  town.must({ move: 'spotlight', subject, mode: 'summon' })
  const foreign = { ...subject, documentId: DocumentId.parse(setup.processId) }
  expect(town.try({ move: 'spotlight', subject: foreign, mode: 'summon' })).toBe('workshops/not-now')
})
