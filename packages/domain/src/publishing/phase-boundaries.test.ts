import type { Phase } from '@randnotiz/contract/publishing/process'
import { expect, it } from 'vitest'
import { phaseBoundaries } from './phase-boundaries.js'

const phase = (key: string, startsAt: string, endsAt: string): Phase => ({
  key,
  title: { de: key, en: key },
  description: { de: '', en: '' },
  startsAt: `${startsAt}T00:00:00.000Z`,
  endsAt: `${endsAt}T00:00:00.000Z`,
  allows: { annotate: true, propose: true, reply: true, support: true },
})

const phases = [
  phase('eins', '2026-01-01', '2026-02-01'),
  phase('zwei', '2026-02-01', '2026-03-01'),
  phase('drei', '2026-04-01', '2026-05-01'),
]

const between = (from: string, to: string) =>
  phaseBoundaries(phases, new Date(from), new Date(to)).map(({ phase, change }) => `${phase.key} ${change}`)

it('tells beginnings and ends in their order, and of a change-over the beginning alone', () => {
  expect(between('2025-12-01', '2026-06-01')).toEqual([
    'eins begun',
    'zwei begun',
    'zwei ended',
    'drei begun',
    'drei ended',
  ])
})

it('tells each moment once: not the first of the span, but its last', () => {
  expect(between('2026-01-01', '2026-02-01')).toEqual(['zwei begun'])
  expect(between('2026-02-01', '2026-02-02')).toEqual([])
})
