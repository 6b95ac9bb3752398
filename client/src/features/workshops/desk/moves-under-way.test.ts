import { StepId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { Move } from '@randnotiz/contract/workshops/moves'
import { expect, it } from 'vitest'
import { MovesUnderWay, type Seen } from './moves-under-way.js'

const opening = (step: number): Move => ({
  move: 'openStep',
  stepId: StepId.parse(`00000000-0000-4000-8000-00000000000${step}`),
})

/** A network on which answers come when the test says so. */
function aDesk() {
  const sent: { move: Move; seen: Seen; answer(result: Result<DeskView>): void }[] = []
  let changes = 0
  const moves = new MovesUnderWay({
    send: (move, seen) => new Promise(answer => sent.push({ move, seen, answer })),
    changed: () => void changes++,
  })
  return { moves, sent, changes: () => changes }
}

it('sends one move for two presses on the same state, also when a hand went up in between', async () => {
  const { moves, sent } = aDesk()
  const first = moves.ask(opening(1), { version: 4, deskVersion: 4 })
  const second = moves.ask(opening(1), { version: 5, deskVersion: 4 })
  expect(sent).toHaveLength(1)
  sent[0]?.answer(refuse('workshops/not-now'))
  expect(await Promise.all([first, second])).toEqual([
    refuse('workshops/not-now'),
    refuse('workshops/not-now'),
  ])
})

it('sends a press on what has just come, though the answer to the move before is still on its way', () => {
  const { moves, sent } = aDesk()
  void moves.ask(opening(1), { version: 4, deskVersion: 4 })
  void moves.ask(opening(2), { version: 5, deskVersion: 5 })
  expect(sent.map(({ move, seen }) => [move, seen.version])).toEqual([
    [opening(1), 4],
    [opening(2), 5],
  ])
})

it('knows what is on its way, and asks anew once it was answered', async () => {
  const { moves, sent, changes } = aDesk()
  const seen = { version: 4, deskVersion: 4 }
  const answer = moves.ask(opening(1), seen)
  expect(moves.has(opening(1), seen)).toBe(true)
  expect(moves.has(opening(2), seen)).toBe(false)
  sent[0]?.answer(refuse('server/unavailable'))
  await answer
  expect(moves.has(opening(1), seen)).toBe(false)
  expect(changes()).toBe(2)
  void moves.ask(opening(1), seen)
  expect(sent).toHaveLength(2)
})
