import type { Author } from '@randnotiz/contract/annotations/annotation'
import type { Participation } from '@randnotiz/contract/annotations/participation'
import type { UserId } from '@randnotiz/contract/kit/ids'
import type { Process } from '@randnotiz/contract/publishing/process'
import { breakDown, tally } from '@randnotiz/domain/annotations/break-down'
import { channelOf } from '@randnotiz/domain/annotations/channel'
import {
  type Countable,
  countContributions,
  monthOf,
} from '@randnotiz/domain/annotations/count-contributions'
import { shownSupport } from '@randnotiz/domain/annotations/shown-support'
import { currentPhase } from '@randnotiz/domain/publishing/phases'
import type { ParticipationRow } from './participation-rows.js'

type Counted = {
  process: Process
  rows: readonly ParticipationRow[]
  authors: ReadonlyMap<UserId, Author>
  /** How long the number of supporters is nobody's business, and the present moment. */
  hiding: Parameters<typeof shownSupport>[1]
}

/** Numbers of everything that everybody may read, and of the people behind it; no names, and none of the staff. */
export function countParticipation({ process, rows, authors, hiding }: Counted): Participation {
  const replies = rows.flatMap(row => row.replies)
  const firsts = firstMoments([...rows, ...replies], authors)
  const people = [...firsts.keys()].map(id => authors.get(id)?.kind ?? 'account')
  const phaseOf = (moment: Date) => currentPhase(process.phases, moment)?.key ?? '-'
  const counts = countContributions(rows.map(row => countable(row, hiding)))
  return {
    people: people.length,
    byAccount: breakDown(tally(people)),
    contributions: counts.contributions,
    replies: replies.length,
    supports: counts.supports,
    byKind: breakDown(counts.kinds),
    byChannel: breakDown(counts.channels),
    byPhase: breakDown(tally(rows.map(({ createdAt }) => phaseOf(createdAt)))),
    byMonth: breakDown(counts.months),
    newcomers: breakDown(tally([...firsts.values()].map(monthOf))),
  }
}

function countable(row: ParticipationRow, hiding: Counted['hiding']): Countable {
  const support = shownSupport(row, hiding)
  const { kind, createdAt } = row
  return {
    kind,
    createdAt,
    channel: channelOf(row),
    supporters: support.kind === 'shown' ? support.count : null,
  }
}

type Written = { authorId: UserId; createdAt: Date }

/** When each person who is not of the staff wrote something first. */
function firstMoments(written: readonly Written[], authors: ReadonlyMap<UserId, Author>): Map<UserId, Date> {
  const firsts = new Map<UserId, Date>()
  for (const { authorId, createdAt } of written) {
    const author = authors.get(authorId)
    if (author?.staff) continue
    // What a guest wrote belongs to the account that they have joined with since.
    const id = author?.id ?? authorId
    const known = firsts.get(id)
    if (known === undefined || createdAt < known) firsts.set(id, createdAt)
  }
  return firsts
}
