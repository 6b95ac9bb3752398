/**
 * What may happen to the publication of a contribution or a reply.
 *
 *                 hold                       approve
 *   published ───────────▶ held ───────────────────────────▶ published
 *       │                   │ hide                              ▲
 *       └──── hide ────▶ hidden ── restore (objection, time) ───┘
 *                           └───── hold (the author changed it) ──▶ held
 *
 *   From everywhere the author withdraws; nothing leads back from there.
 */
import type { Publication } from '@randnotiz/contract/annotations/publication'

export type PublicationState = Publication['state']

export type ModerationMove = 'hold' | 'approve' | 'hide' | 'restore' | 'withdraw'

const moves: Record<PublicationState, Partial<Record<ModerationMove, PublicationState>>> = {
  published: { hold: 'held', hide: 'hidden', withdraw: 'withdrawn' },
  held: { approve: 'published', hide: 'hidden', withdraw: 'withdrawn' },
  hidden: { restore: 'published', hold: 'held', hide: 'hidden', withdraw: 'withdrawn' },
  withdrawn: {},
}

/** Where a move leads; null where it is not possible. */
export function afterMove(state: PublicationState, move: ModerationMove): PublicationState | null {
  return moves[state][move] ?? null
}

/** The moves that are possible now. */
export function movesFrom(state: PublicationState): ModerationMove[] {
  return moveNames.filter(move => afterMove(state, move) !== null)
}

const moveNames: readonly ModerationMove[] = ['hold', 'approve', 'hide', 'restore', 'withdraw']
