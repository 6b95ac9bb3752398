import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { SessionFact } from '@randnotiz/contract/workshops/events'
import type { AgendaItem, Session } from '@randnotiz/contract/workshops/session'
import type { VoteOption, VoteResult } from '@randnotiz/contract/workshops/voting'

/** What the outside world knows when a move is decided. */
export type Circumstances = {
  now: Date
  /** Time since the holder of control gave a sign of life, in milliseconds. */
  holderSilentMs: number
  /** What a vote of this step would be about; empty for steps without a vote. */
  optionsFor(item: AgendaItem): VoteOption[]
  /** The running tally and a recount of all stored ballots of the last round; null for steps without a vote. */
  countOf(item: AgendaItem): { running: VoteResult; recounted: VoteResult } | null
}

export type Decision = Result<SessionFact>

export const notNow = refuse('workshops/not-now')

export const isOver = ({ phase }: Session) => phase === 'closed' || phase === 'published'
