import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Phase } from '@randnotiz/contract/publishing/process'

/**
 * Phases in the order of their beginnings: each ends after it begins, no two run at the same time, and no two have the
 * same key. `field` of a refusal names the phase by its place in what was handed in. Gaps are fine.
 */
export function judgePhases(phases: readonly Phase[]): Result<Phase[]> {
  const keys = new Set<string>()
  for (const [place, { key, startsAt, endsAt }] of phases.entries()) {
    if (keys.has(key)) return refuse('publishing/phase-key-taken', { field: `phases.${place}.title` })
    keys.add(key)
    if (endsAt <= startsAt) return refuse('publishing/phase-ends-early', { field: `phases.${place}.endsAt` })
  }
  const inOrder = phases.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
  for (const [place, phase] of inOrder.entries()) {
    const before = inOrder[place - 1]
    if (before && phase.startsAt < before.endsAt)
      return refuse('publishing/phases-overlap', { field: `phases.${phases.indexOf(phase)}.startsAt` })
  }
  return accept(inOrder)
}
