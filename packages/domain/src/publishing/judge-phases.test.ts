import type { Phase } from '@randnotiz/contract/publishing/process'
import { expect, it } from 'vitest'
import { judgePhases } from './judge-phases.js'

const phase = (key: string, startsAt: string, endsAt: string): Phase => ({
  key,
  title: { de: key, en: key },
  description: { de: '', en: '' },
  startsAt: `${startsAt}T00:00:00.000Z`,
  endsAt: `${endsAt}T00:00:00.000Z`,
  allows: { annotate: true, reply: true, propose: true, support: true },
})

const spring = phase('spring', '2026-03-01', '2026-06-01')
const summer = phase('summer', '2026-06-01', '2026-09-01')

it('puts them in the order of their beginnings; one may follow at once, and gaps are fine', () => {
  expect(judgePhases([summer, spring])).toEqual({ ok: true, value: [spring, summer] })
  const winter = phase('winter', '2026-12-01', '2027-02-01')
  expect(judgePhases([winter, spring])).toMatchObject({ ok: true })
})

it.each([
  [
    'one that ends before it begins',
    [spring, phase('x', '2027-02-01', '2027-01-01')],
    'phase-ends-early',
    'phases.1.endsAt',
  ],
  [
    'one that ends as it begins',
    [phase('x', '2027-01-01', '2027-01-01')],
    'phase-ends-early',
    'phases.0.endsAt',
  ],
  [
    'two at the same time',
    [phase('x', '2026-05-31', '2026-07-01'), spring],
    'phases-overlap',
    'phases.0.startsAt',
  ],
  [
    'one inside another',
    [spring, phase('x', '2026-04-01', '2026-04-02')],
    'phases-overlap',
    'phases.1.startsAt',
  ],
  ['two of one key', [spring, { ...summer, key: 'spring' }], 'phase-key-taken', 'phases.1.title'],
])('refuses %s', (_, phases, code, field) => {
  expect(judgePhases(phases)).toEqual({ ok: false, refusal: { code: `publishing/${code}`, field } })
})
