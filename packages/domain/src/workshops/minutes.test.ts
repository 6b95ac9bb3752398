import { AnnotationId } from '@randnotiz/contract/kit/ids'
import { expect, it } from 'vitest'
import { courseOf } from './minutes.js'
import { hall, person, SessionByHand, stepId } from './testing/a-session.js'

it('tells how a session went: how long each step ran, who spoke how much, and what was out of the plan', () => {
  const hand = new SessionByHand()
  hand.must({ move: 'openLobby' })
  hand.later(60_000)
  hand.must({ move: 'start' })
  hand.must({ move: 'openStep', stepId: stepId(4) })
  hand.must({ move: 'askToSpeak', participantId: person(1) }, hall(1))
  hand.must({ move: 'startTurn', participantId: person(1) })
  hand.later(180_000)
  hand.must({ move: 'endTurn' })
  hand.must({ move: 'pause' })
  hand.must({ move: 'resume' })
  hand.must({ move: 'skipStep', stepId: stepId(0) })
  const annotationId = AnnotationId.parse('1'.repeat(24))
  hand.must({ move: 'holdBack', annotationId, reason: 'Nennt eine Adresse.' })
  hand.must({ move: 'openStep', stepId: stepId(0) })
  hand.later(60_000)
  hand.must({ move: 'beginClosing' })
  hand.must({ move: 'close' })
  const course = courseOf(hand.events, hand.now)
  expect(course.begunAt).toBe('2026-05-04T18:01:00.000Z')
  expect(course.endedAt).toBe('2026-05-04T18:05:00.000Z')
  expect(course.ranMs.get(stepId(4))).toBe(180_000)
  expect(course.ranMs.get(stepId(0))).toBe(60_000)
  expect(course.ranMs.has(stepId(1))).toBe(false)
  expect(course.speaking).toEqual({ people: 1, turns: 1, minutes: 3 })
  expect(course.incidents.map(({ what, title, reason }) => [what, title, reason])).toEqual([
    ['paused', null, null],
    ['resumed', null, null],
    ['stepSkipped', 'Schritt 0', null],
    ['heldBack', null, 'Nennt eine Adresse.'],
    ['stepReopened', 'Schritt 0', null],
  ])
})
