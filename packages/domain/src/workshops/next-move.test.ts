import { expect, it } from 'vitest'
import { nextMove } from './next-move.js'
import { sealGraceMs, sealNoticeMs } from './step-time.js'
import { crew, owner, SessionByHand, someOptions } from './testing/a-session.js'

it('runs a whole session by one key, from its draft to its publication', () => {
  const hand = new SessionByHand()
  const seen: string[] = []
  hand.options = someOptions
  hand.count = () => {
    const tally = {
      options: someOptions().map(({ id }) => ({ optionId: id, weight: 0, voters: 0 })),
      cast: 0,
    }
    const result = { tally, eligible: 0, late: 0 }
    return { running: result, recounted: result }
  }
  for (let step = 0; step < 60 && hand.session.phase !== 'published'; step++) {
    const move = nextMove(hand.session)
    if (move === null) {
      // A seal was announced: nothing to press until it comes.
      const stepId = hand.session.currentStep
      if (stepId === null) throw new Error('waits for nothing')
      hand.later(sealNoticeMs)
      hand.must({ move: 'sealStep', stepId }, { kind: 'server' })
      hand.later(sealGraceMs + 1)
      continue
    }
    seen.push(move.move)
    hand.must(move, crew(owner))
  }
  expect(hand.session.phase).toBe('published')
  expect(seen).toEqual([
    ...['openLobby', 'start'],
    ...['openStep', 'announceSeal', 'revealStep'],
    ...['openStep'],
    ...['openStep', 'announceSeal', 'revealStep'],
    ...['openStep', 'announceSeal', 'revealStep'],
    ...['openStep', 'beginClosing', 'close', 'publish'],
  ])
})

it('goes on with what was paused or held', () => {
  const hand = new SessionByHand().goLive()
  const first = hand.session.agenda[4]
  if (!first) throw new Error('no such step')
  hand.must({ move: 'openStep', stepId: first.step.id })
  hand.must({ move: 'holdStep', stepId: first.step.id })
  expect(nextMove(hand.session)).toEqual({ move: 'resumeStep', stepId: first.step.id })
  hand.must({ move: 'pause' })
  expect(nextMove(hand.session)).toEqual({ move: 'resume' })
})
