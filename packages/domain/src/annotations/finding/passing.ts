import type { FindingQuery, PlaceFilter } from '@randnotiz/contract/annotations/finding'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { UserId } from '@randnotiz/contract/kit/ids'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { channelOf } from '../channel.js'
import type { Searched } from './searched.js'

/** What can be asked of a contribution by itself; words and chapters need their text. */
export type OwnQuery = Omit<FindingQuery, 'q' | 'document' | 'chapter' | 'order' | 'after'>

export type Reader = {
  /** Null for strangers, who have written nothing and marked nothing. */
  personId: UserId | null
  /** Up to when they have read; null for never marked. */
  readUpTo: Moment | null
}

type Test = (candidate: Searched) => boolean

export function passing(query: OwnQuery, reader: Reader): Test {
  const tests = [...ofContribution(query), ...ofReader(query, reader)]
  return candidate => tests.every(test => test(candidate))
}

function ofContribution({ kind, place, answered, outcome, channel, workshop, since }: OwnQuery): Test[] {
  const tests: Test[] = []
  if (kind) tests.push(({ annotation }) => annotation.kind === kind)
  if (place) tests.push(({ annotation }) => placeOf(annotation.resolution) === place)
  if (answered) tests.push(candidate => candidate.answered === (answered === 'yes'))
  if (outcome)
    tests.push(
      ({ annotation }) => annotation.answer?.points.some(point => point.outcome.kind === outcome) ?? false,
    )
  if (channel) tests.push(({ annotation }) => channelOf(annotation) === channel)
  if (workshop) tests.push(({ annotation }) => annotation.workshop?.id === workshop)
  if (since) tests.push(({ changedAt }) => changedAt > since)
  return tests
}

function ofReader({ mine, unread }: OwnQuery, { personId, readUpTo }: Reader): Test[] {
  const tests: Test[] = []
  if (mine) tests.push(({ authorId }) => authorId === personId)
  if (unread && personId !== null)
    tests.push(({ authorId, changedAt }) => authorId !== personId && changedAt > (readUpTo ?? ''))
  return tests
}

/** What is still being looked for stood where it was made until a moment ago. */
function placeOf({ status }: Resolution): PlaceFilter {
  return status === 'exact' || status === 'pending' ? 'attached' : status
}
