import type { Channel } from '@randnotiz/contract/annotations/channel'
import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { dayOf } from '../publishing/versions.js'
import { tally } from './break-down.js'

/** What is counted of a contribution. */
export type Countable = {
  kind: AnnotationKind
  channel: Channel
  createdAt: Date
  /** Null while the number is nobody's business. */
  supporters: number | null
}

export type ContributionCounts = {
  contributions: number
  supports: number
  kinds: Map<AnnotationKind, number>
  channels: Map<Channel, number>
  /** Months of the town, e.g. `2026-05`. */
  months: Map<string, number>
}

/** The one way in which contributions are counted: for the participation block, for the office, for the council. */
export function countContributions(all: readonly Countable[]): ContributionCounts {
  return {
    contributions: all.length,
    supports: all.reduce((sum, { supporters }) => sum + (supporters ?? 0), 0),
    kinds: tally(all.map(({ kind }) => kind)),
    channels: tally(all.map(({ channel }) => channel)),
    months: tally(all.map(({ createdAt }) => monthOf(createdAt))),
  }
}

export const monthOf = (moment: Date): string => dayOf(moment).slice(0, 7)
