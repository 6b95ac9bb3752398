import type { WorkState } from '@randnotiz/contract/answers/case'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'

/**
 * How far the office is with a point: new → in review → drafted → released → published. `write` is always possible; it
 * takes a release back, since somebody else released other words, and begins a better answer to one that is public.
 */
export type WorkMove = 'take-up' | 'put-back' | 'write' | 'return' | 'release' | 'publish'

const moves: Record<WorkMove, Partial<Record<WorkState, WorkState>>> = {
  'take-up': { new: 'inReview' },
  'put-back': { inReview: 'new' },
  write: {
    new: 'drafted',
    inReview: 'drafted',
    drafted: 'drafted',
    released: 'drafted',
    published: 'drafted',
  },
  return: { drafted: 'drafted', released: 'drafted' },
  release: { drafted: 'released' },
  publish: { released: 'published' },
}

/** The state after a move; null when it is not possible in this state. */
export function afterMove(state: WorkState, move: WorkMove): WorkState | null {
  return moves[move][state] ?? null
}

/** Four eyes: null when this person may release what was written by somebody. */
export function mayRelease(writer: string, releaser: string): RefusalCode | null {
  return writer === releaser ? 'answers/same-person' : null
}
