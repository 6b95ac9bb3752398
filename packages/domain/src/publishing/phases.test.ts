import type { Phase } from '@randnotiz/contract/publishing/process'
import { describe, expect, it } from 'vitest'
import { currentPhase, landingProcess } from './phases.js'

function phase(key: string, startsAt: string, endsAt: string): Phase {
  const text = { de: key, en: key }
  return {
    key,
    title: text,
    description: text,
    startsAt,
    endsAt,
    allows: { annotate: true, propose: true, reply: true, support: true },
  }
}

const spring = phase('spring', '2026-03-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z')
const autumn = phase('autumn', '2026-09-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z')
const at = (moment: string) => currentPhase([spring, autumn], new Date(moment))

describe('the current phase', () => {
  it('includes its first moment and not its last', () => {
    expect(at('2026-02-28T23:59:59.999Z')).toBeNull()
    expect(at('2026-03-01T00:00:00.000Z')).toBe(spring)
    expect(at('2026-05-31T23:59:59.999Z')).toBe(spring)
    expect(at('2026-06-01T00:00:00.000Z')).toBeNull()
  })

  it('is none in a gap and after the end', () => {
    expect(at('2026-07-15T00:00:00.000Z')).toBeNull()
    expect(at('2027-01-01T00:00:00.000Z')).toBeNull()
  })
})

describe('the landing process', () => {
  const old = { name: 'old', phases: [spring] }
  const newer = { name: 'newer', phases: [autumn] }

  it('is the running one, even when another began later', () => {
    expect(landingProcess([newer, old], new Date('2026-04-01T00:00:00.000Z'))).toBe(old)
  })

  it('is the one that began last when none runs, and none when there is none', () => {
    expect(landingProcess([old, newer], new Date('2027-04-01T00:00:00.000Z'))).toBe(newer)
    expect(landingProcess([], new Date())).toBeNull()
  })
})
