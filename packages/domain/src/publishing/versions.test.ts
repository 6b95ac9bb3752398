import { VersionName } from '@randnotiz/contract/publishing/version'
import { expect, it } from 'vitest'
import { dayOf, partsOfDay, replacedAt, versionNamed, versionsAround } from './versions.js'

it.each([
  ['live', { kind: 'live' }],
  ['7', { kind: 'release', number: 7 }],
  ['2026-05-01', { kind: 'day', day: '2026-05-01' }],
])('%s names a version', (name, version) => {
  expect(versionNamed(VersionName.parse(name))).toEqual(version)
})

it.each(['', '0', '-1', '1.5', '2026-02-30', '2026-5-1', 'LIVE', '999999'])('%j names none', name => {
  expect(VersionName.safeParse(name).success).toBe(false)
})

it('knows the day of the town, not that of Greenwich', () => {
  expect(dayOf(new Date('2026-05-01T22:30:00Z'))).toBe('2026-05-02')
  expect(dayOf(new Date('2026-12-01T22:30:00Z'))).toBe('2026-12-01')
})

it('names the state that was replaced at a moment', () => {
  const name = replacedAt(new Date('2026-05-01T12:05:33Z'))
  expect(name).toBe('2026-05-01-140533')
  expect(partsOfDay(name)).toEqual({ date: '2026-05-01', replacedAt: '14:05' })
  expect(partsOfDay(dayOf(new Date('2026-05-01T12:05:33Z')))).toEqual({
    date: '2026-05-01',
    replacedAt: null,
  })
  expect(VersionName.safeParse('2026-05-01-250000').success).toBe(false)
})

it('finds the release in which a change is seen first', () => {
  const releases = [2, 1].map(number => ({ number, createdAt: `2026-0${number}-01T00:00:00.000Z` }))
  expect(versionsAround(releases, '2025-12-01T00:00:00.000Z')).toEqual({ from: null, to: 1 })
  expect(versionsAround(releases, '2026-01-15T00:00:00.000Z')).toEqual({ from: 1, to: 2 })
  expect(versionsAround(releases, '2026-02-02T00:00:00.000Z')).toEqual({ from: 2, to: 'live' })
  expect(versionsAround([], '2026-02-02T00:00:00.000Z')).toEqual({ from: null, to: 'live' })
})
