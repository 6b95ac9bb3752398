import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { FindingQuery, PlaceFilter } from '@randnotiz/contract/annotations/finding'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { OutlineEntry } from '@randnotiz/contract/documents/document'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { channelOf } from '@randnotiz/domain/annotations/channel'
import type { IndexedAnnotation } from './document-index.js'
import type { TextOrder } from './text-order.js'

export type Placed = IndexedAnnotation & { order: TextOrder }

export type Circumstances = {
  viewer: Viewer
  /** Of the chosen document. */
  chapters: readonly OutlineEntry[]
  /** Up to when the viewer has read; null for never marked. */
  readUpTo: Moment | null
}

type Test = (candidate: Placed) => boolean

/** What a query asks of a single contribution, beside its words and its document. */
export function passing(query: FindingQuery, circumstances: Circumstances): Test {
  const tests = [
    ...ofContribution(query),
    ...ofPlace(query, circumstances),
    ...ofReader(query, circumstances),
  ]
  return candidate => tests.every(test => test(candidate))
}

function ofContribution({ kind, answered, outcome, channel, workshop, since }: FindingQuery): Test[] {
  const tests: Test[] = []
  if (kind) tests.push(({ annotation }) => annotation.kind === kind)
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

function ofPlace({ place, chapter: blockId }: FindingQuery, { chapters }: Circumstances): Test[] {
  const tests: Test[] = []
  if (place) tests.push(({ annotation }) => placeOf(annotation.resolution) === place)
  if (blockId) {
    const chapter = chapters.find(known => known.blockId === blockId)
    tests.push(({ annotation, order }) => chapter !== undefined && order.isIn(annotation, chapter))
  }
  return tests
}

/** Strangers have written nothing and marked nothing. */
function ofReader({ mine, unread }: FindingQuery, { viewer, readUpTo }: Circumstances): Test[] {
  const personId = personIdOf(viewer)
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
