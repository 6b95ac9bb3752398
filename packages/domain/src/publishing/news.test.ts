import type { NewsMove, NewsState } from '@randnotiz/contract/publishing/news'
import { describe, expect, it } from 'vitest'
import { isDue, moveNews, rewordNews } from './news.js'

const now = new Date('2026-05-01T10:00:00.000Z')
const later = '2026-05-02T10:00:00.000Z'
const earlier = '2026-04-30T10:00:00.000Z'
const note = { de: 'Der Termin war falsch.', en: '' }

const states = {
  draft: { state: 'draft' },
  scheduled: { state: 'scheduled', publishAt: later },
  published: { state: 'published', publishedAt: earlier, changedAt: null },
  withdrawn: { state: 'withdrawn', publishedAt: earlier, withdrawnAt: earlier, note },
} as const satisfies Record<string, NewsState>

const moves = {
  publish: { move: 'publish' },
  schedule: { move: 'schedule', publishAt: later },
  unschedule: { move: 'unschedule' },
  withdraw: { move: 'withdraw', note },
} as const satisfies Record<string, NewsMove>

describe('a news item', () => {
  it.each([
    ['draft', 'publish', 'published'],
    ['draft', 'schedule', 'scheduled'],
    ['draft', 'unschedule', 'draft'],
    ['draft', 'withdraw', null],
    ['scheduled', 'publish', 'published'],
    ['scheduled', 'schedule', 'scheduled'],
    ['scheduled', 'unschedule', 'draft'],
    ['scheduled', 'withdraw', null],
    ['published', 'publish', 'published'],
    ['published', 'schedule', null],
    ['published', 'unschedule', null],
    ['published', 'withdraw', 'withdrawn'],
    ['withdrawn', 'publish', null],
    ['withdrawn', 'schedule', null],
    ['withdrawn', 'unschedule', null],
    ['withdrawn', 'withdraw', null],
  ] as const)('%s, %s: %s', (from, move, to) => {
    const result = moveNews(states[from], moves[move], now)
    expect(result.ok ? result.value.state : null).toBe(to)
  })

  it('keeps the moment at which it was published', () => {
    expect(moveNews(states.published, moves.publish, now)).toEqual({ ok: true, value: states.published })
  })

  it('cannot be put off to the past', () => {
    const refused = moveNews(states.draft, { move: 'schedule', publishAt: earlier }, now)
    expect(refused).toMatchObject({ refusal: { code: 'publishing/moment-past', field: 'move.publishAt' } })
  })

  it('says that it was changed once it is public, and stays as it is when withdrawn', () => {
    expect(rewordNews(states.draft, now)).toEqual({ ok: true, value: states.draft })
    expect(rewordNews(states.published, now)).toMatchObject({ value: { changedAt: now.toISOString() } })
    expect(rewordNews(states.withdrawn, now)).toMatchObject({ ok: false })
  })

  it('is due at its moment, not before', () => {
    expect(isDue(states.scheduled, now)).toBe(false)
    expect(isDue(states.scheduled, new Date(later))).toBe(true)
    expect(isDue(states.draft, new Date(later))).toBe(false)
  })
})
