import type { Author } from '@randnotiz/contract/annotations/annotation'
import type { Participation } from '@randnotiz/contract/annotations/participation'
import type { UserId } from '@randnotiz/contract/kit/ids'
import type { Process } from '@randnotiz/contract/publishing/process'
import { breakDown, tally } from '@randnotiz/domain/annotations/break-down'
import { channelOf } from '@randnotiz/domain/annotations/channel'
import { currentPhase } from '@randnotiz/domain/publishing/phases'
import { dayOf } from '@randnotiz/domain/publishing/versions'
import type { ParticipationRow } from './participation-rows.js'

type Counted = {
  process: Process
  rows: readonly ParticipationRow[]
  authors: ReadonlyMap<UserId, Author>
}

/** Numbers of everything that everybody may read, and of the people behind it; no names, and none of the staff. */
export function countParticipation({ process, rows, authors }: Counted): Participation {
  const replies = rows.flatMap(row => row.replies)
  const firsts = firstMoments([...rows, ...replies], authors)
  const people = [...firsts.keys()].map(id => authors.get(id)?.kind ?? 'account')
  const phaseOf = (moment: Date) => currentPhase(process.phases, moment)?.key ?? '-'
  return {
    people: people.length,
    byAccount: breakDown(tally(people)),
    contributions: rows.length,
    replies: replies.length,
    supports: rows.reduce((sum, { supporters, source }) => sum + supporters + (source?.support ?? 0), 0),
    byKind: breakDown(tally(rows.map(({ kind }) => kind))),
    byChannel: breakDown(tally(rows.map(channelOf))),
    byPhase: breakDown(tally(rows.map(({ createdAt }) => phaseOf(createdAt)))),
    byMonth: breakDown(tally(rows.map(({ createdAt }) => monthOf(createdAt)))),
    newcomers: breakDown(tally([...firsts.values()].map(monthOf))),
  }
}

/** A month of the town, e.g. `2026-05`. */
const monthOf = (moment: Date) => dayOf(moment).slice(0, 7)

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
