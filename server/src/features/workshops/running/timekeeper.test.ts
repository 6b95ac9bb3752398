import { WorkshopId } from '@randnotiz/contract/kit/ids'
import type { Session } from '@randnotiz/contract/workshops/session'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { pollStep, smallAgenda } from '../testing/hall.js'
import { type Deadline, deadlineCommand } from './deadlines.js'
import { Timekeeper } from './timekeeper.js'

const workshopId = WorkshopId.parse('a'.repeat(24))
const start = new Date('2026-05-04T18:00:00.000Z')

beforeEach(() => void vi.useFakeTimers({ now: start }))
afterEach(() => void vi.useRealTimers())

function sessionThatSeals(inMs: number): Pick<Session, 'agenda'> {
  const [step] = smallAgenda()
  if (!step) throw new Error('no step')
  const sealsAt = new Date(start.getTime() + inMs).toISOString()
  const round = { number: 1, openedAt: start.toISOString(), sealedAt: null, vote: null, result: null }
  const item = {
    step,
    status: { state: 'open' as const, time: { kind: 'unlimited' as const }, sealsAt },
    rounds: [round],
    groups: [],
    conclusion: null,
  }
  return { agenda: [item] }
}

it('seals when it said it would, once', async () => {
  const due: Deadline[] = []
  const keeper = new Timekeeper({
    now: () => new Date(),
    due: async (_id, deadline) => void due.push(deadline),
    onError: () => {},
  })
  keeper.watch(workshopId, sessionThatSeals(5_000))
  await vi.advanceTimersByTimeAsync(4_999)
  expect(due).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  keeper.watch(workshopId, sessionThatSeals(5_000))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(due).toMatchObject([{ kind: 'seal', stepId: pollStep, round: 1 }])
  keeper.close()
})

it('tries again what failed', async () => {
  let attempts = 0
  const keeper = new Timekeeper({
    now: () => new Date(),
    due: async () => {
      attempts += 1
      if (attempts < 3) throw new Error('no database')
    },
    onError: () => {},
  })
  keeper.watch(workshopId, sessionThatSeals(0))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(attempts).toBe(3)
  keeper.close()
})

it('gives what several processes would do one name', () => {
  const deadline: Deadline = { kind: 'seal', stepId: pollStep, round: 1, at: 5 }
  expect(deadlineCommand(workshopId, deadline)).toBe(deadlineCommand(workshopId, { ...deadline }))
  expect(deadlineCommand(workshopId, deadline)).not.toBe(
    deadlineCommand(workshopId, { ...deadline, round: 2 }),
  )
})
