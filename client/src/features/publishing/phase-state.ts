import type { Phase } from '@randnotiz/contract/publishing/process'

export type PhaseState = 'past' | 'current' | 'upcoming'

/** Where a phase stands. `currentKey` is the server's word on which one runs; `now` decides about the others. */
export function phaseState(phase: Phase, currentKey: string | null, now: Date): PhaseState {
  if (phase.key === currentKey) return 'current'
  return Date.parse(phase.startsAt) <= now.getTime() ? 'past' : 'upcoming'
}
