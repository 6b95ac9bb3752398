/**
 * Whatever order moves come in, and whoever makes them, these hold:
 * M1 the version counts every event, without gaps, and never goes back;
 * M2 at most one step with an open vote; a step's rounds only grow;
 * M3 a step changes its state only along the table of moves;
 * M4 a ballot is taken only while its vote is open, or in the moment of grace after the seal;
 * M5 a session read from its log equals the one that was folded along the way;
 * M6 whoever has control can have it.
 */
import { Move } from '@randnotiz/contract/workshops/moves'
import type { Session, StepState } from '@randnotiz/contract/workshops/session'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canLead } from './control.js'
import { evolve, replay } from './evolve.js'
import { sealGraceMs } from './step-time.js'
import { coLead, crew, hall, owner, person, SessionByHand, scribe, stepId } from './testing/a-session.js'
import { takesBallots } from './voting.js'

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
const runs = Number(process.env.FUZZ_RUNS ?? 300)

const someStep = fc.integer({ min: 0, max: 4 }).map(stepId)
const someone = fc.integer({ min: 1, max: 3 })

const someMove: fc.Arbitrary<Move> = fc.oneof(
  fc
    .constantFrom(
      'openLobby',
      'start',
      'pause',
      'resume',
      'beginClosing',
      'close',
      'publish',
      'requestControl',
    )
    .map(move => Move.parse({ move })),
  fc
    .constantFrom('takeControl', 'declineControl', 'endTurn', 'releaseSpotlight')
    .map(move => Move.parse({ move })),
  fc
    .tuple(
      fc.constantFrom(
        'openStep',
        'holdStep',
        'resumeStep',
        'announceSeal',
        'sealStep',
        'revealStep',
        'skipStep',
      ),
      someStep,
    )
    .map(([move, id]) => Move.parse({ move, stepId: id })),
  someStep.map(id => Move.parse({ move: 'settleStep', stepId: id, conclusion: null })),
  fc.constantFrom(owner, coLead, scribe).map(to => Move.parse({ move: 'grantControl', to })),
  someone.map(n => Move.parse({ move: 'askToSpeak', participantId: person(n) })),
  someone.map(n => Move.parse({ move: 'startTurn', participantId: person(n) })),
)

const someMover = fc.oneof(
  { weight: 6, arbitrary: fc.constant(crew(owner)) },
  { weight: 3, arbitrary: fc.constantFrom(crew(coLead), crew(scribe)) },
  { weight: 2, arbitrary: someone.map(hall) },
  { weight: 1, arbitrary: fc.constant({ kind: 'server' } as const) },
)

const attempts = fc.array(
  fc.record({
    move: someMove,
    mover: someMover,
    stale: fc.boolean(),
    laterMs: fc.constantFrom(0, 1, 700, 1_500, 6_000, 90_000),
    silentMs: fc.constantFrom(0, 29_999, 30_000),
  }),
  { maxLength: 60 },
)

type Name = StepState['state']
const nextStates: Record<Name, readonly Name[]> = {
  planned: ['open', 'skipped'],
  open: ['held', 'sealed', 'settled', 'skipped'],
  held: ['open', 'sealed', 'settled', 'skipped'],
  sealed: ['open', 'revealed', 'settled'],
  revealed: ['open', 'settled'],
  settled: ['open'],
  skipped: ['open'],
}

function checkStep(before: Session, after: Session): void {
  expect(after.version).toBe(before.version + 1)
  expect(canLead(after, after.control.holder)).toBe(true)
  const voting = after.agenda.filter(
    ({ status, rounds }) => (status.state === 'open' || status.state === 'held') && rounds.at(-1)?.vote,
  )
  expect(voting.length).toBeLessThanOrEqual(1)
  for (const [at, item] of after.agenda.entries()) {
    const was = before.agenda[at]
    if (!was) throw new Error('the agenda has grown')
    expect(item.rounds.length).toBeGreaterThanOrEqual(was.rounds.length)
    if (item.status.state !== was.status.state)
      expect(nextStates[was.status.state], `${was.status.state} → ${item.status.state}`).toContain(
        item.status.state,
      )
  }
}

function checkBallots(session: Session, now: Date): void {
  for (const item of session.agenda)
    for (const { number, sealedAt } of item.rounds) {
      if (!takesBallots(item, number, now)) continue
      const inGrace = sealedAt !== null && now.getTime() - Date.parse(sealedAt) <= sealGraceMs
      expect(item.status.state === 'open' || (item.status.state === 'sealed' && inGrace)).toBe(true)
      expect(number).toBe(item.rounds.length)
    }
}

it(`keeps its invariants in any order of moves (FUZZ_SEED=${seed})`, () => {
  fc.assert(
    fc.property(attempts, tries => {
      const town = new SessionByHand()
      let before = town.session
      for (const { move, mover, stale, laterMs, silentMs } of tries) {
        town.later(laterMs)
        town.holderSilentMs = silentMs
        const expected = stale ? before.deskVersion - 1 : before.deskVersion
        const refused = town.try(move, mover, expected)
        if (stale) expect(refused).not.toBeNull()
        const event = town.events.at(-1)
        if (refused === null && event) {
          const after = evolve(before, event)
          checkStep(before, after)
          expect(replay(town.events)).toEqual(after)
          before = after
        } else expect(town.session).toEqual(before)
        checkBallots(before, town.now)
      }
    }),
    { seed, numRuns: runs },
  )
})
