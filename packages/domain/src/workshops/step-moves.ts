import type { MoveName } from '@randnotiz/contract/workshops/moves'
import type { StepState } from '@randnotiz/contract/workshops/session'

type StateName = StepState['state']

/**
 * From which states of a step a move is possible: `planned → open ⇄ held → sealed → revealed → settled`, or `skipped`.
 * A step without a vote can be settled from wherever it was opened. Opening again begins another round.
 */
export const stepMoves = {
  openStep: ['planned', 'sealed', 'revealed', 'settled', 'skipped'],
  holdStep: ['open'],
  resumeStep: ['held'],
  setTime: ['open', 'held'],
  announceSeal: ['open', 'held'],
  sealStep: ['open', 'held'],
  revealStep: ['sealed'],
  settleStep: ['open', 'held', 'sealed', 'revealed'],
  skipStep: ['planned', 'open', 'held'],
} as const satisfies Partial<Record<MoveName, readonly StateName[]>>

export type StepMoveName = keyof typeof stepMoves

export function isPossible(move: StepMoveName, state: StateName): boolean {
  const from: readonly StateName[] = stepMoves[move]
  return from.includes(state)
}
