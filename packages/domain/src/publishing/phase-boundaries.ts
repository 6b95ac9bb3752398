import type { Phase } from '@randnotiz/contract/publishing/process'

export type PhaseBoundary = { phase: Phase; change: 'begun' | 'ended'; at: Date }

/**
 * What of the phases begins and ends behind `from` and up to `to`, oldest first. Where one begins as another ends the
 * beginning says it all.
 */
export function phaseBoundaries(phases: readonly Phase[], from: Date, to: Date): PhaseBoundary[] {
  const begun = phases.map(phase => ({ phase, change: 'begun' as const, at: new Date(phase.startsAt) }))
  const ended = phases
    .filter(({ endsAt }) => !phases.some(({ startsAt }) => startsAt === endsAt))
    .map(phase => ({ phase, change: 'ended' as const, at: new Date(phase.endsAt) }))
  return [...begun, ...ended]
    .filter(({ at }) => from < at && at <= to)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
