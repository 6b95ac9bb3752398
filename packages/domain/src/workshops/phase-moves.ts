import type { MoveName } from '@randnotiz/contract/workshops/moves'
import type { SessionPhase } from '@randnotiz/contract/workshops/session'

type PhaseMove = { from: readonly SessionPhase[]; to: SessionPhase }

/** `draft → scheduled → lobby → live ⇄ paused → closing → closed → published`; a spontaneous session skips the second. */
export const phaseMoves = {
  schedule: { from: ['draft', 'scheduled'], to: 'scheduled' },
  openLobby: { from: ['draft', 'scheduled'], to: 'lobby' },
  start: { from: ['lobby'], to: 'live' },
  pause: { from: ['live'], to: 'paused' },
  resume: { from: ['paused'], to: 'live' },
  beginClosing: { from: ['live', 'paused'], to: 'closing' },
  close: { from: ['closing'], to: 'closed' },
  publish: { from: ['closed'], to: 'published' },
} as const satisfies Partial<Record<MoveName, PhaseMove>>

export type PhaseMoveName = keyof typeof phaseMoves

/** The phase that follows, or null when the move is not possible from here. */
export function phaseAfter(move: PhaseMoveName, phase: SessionPhase): SessionPhase | null {
  const { from, to }: PhaseMove = phaseMoves[move]
  return from.includes(phase) ? to : null
}
