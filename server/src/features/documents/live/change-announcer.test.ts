import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ChangeAnnouncer } from './change-announcer.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('speaks once an interval of each thing, also while changes never pause', () => {
  const said: string[] = []
  const announcer = new ChangeAnnouncer<string>(1_000, key => void said.push(key))
  for (let at = 0; at < 3_000; at += 100) {
    announcer.changed('a')
    if (at === 0) announcer.changed('b')
    vi.advanceTimersByTime(100)
  }
  expect(said.toSorted()).toEqual(['a', 'a', 'a', 'b'])
})

it('says at the end what is left, once', async () => {
  const said: string[] = []
  const announcer = new ChangeAnnouncer<string>(1_000, key => void said.push(key))
  announcer.changed('a')
  await announcer.flush()
  vi.advanceTimersByTime(5_000)
  expect(said).toEqual(['a'])
})
