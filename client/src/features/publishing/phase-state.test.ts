import type { Phase } from '@randnotiz/contract/publishing/process'
import { describe, expect, it } from 'vitest'
import { phaseState } from './phase-state.js'

const phase = (key: string, startsAt: string, endsAt: string): Phase => ({
  key,
  title: { de: key, en: key },
  description: { de: '', en: '' },
  startsAt,
  endsAt,
  allows: { annotate: false, propose: false, reply: false, support: false },
})
const spring = phase('spring', '2026-03-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z')
const autumn = phase('autumn', '2026-09-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z')
const states = (currentKey: string | null, now: string) =>
  [spring, autumn].map(each => phaseState(each, currentKey, new Date(now)))

describe('phaseState', () => {
  it('takes the word of the server on which phase runs', () => {
    expect(states('autumn', '2026-10-01T00:00:00.000Z')).toEqual(['past', 'current'])
    // The clock of this device is wrong.
    expect(states('spring', '2026-01-01T00:00:00.000Z')).toEqual(['current', 'upcoming'])
  })

  it('knows the gap between two phases', () => {
    expect(states(null, '2026-07-01T00:00:00.000Z')).toEqual(['past', 'upcoming'])
  })
})
