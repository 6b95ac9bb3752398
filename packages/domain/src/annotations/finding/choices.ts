import type { FindingPage } from '@randnotiz/contract/annotations/finding'
import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { channelOf } from '../channel.js'
import type { Searched } from './searched.js'

export type Choices = Pick<FindingPage, 'kinds' | 'channels' | 'outcomes' | 'workshops'>

/** What a list can be narrowed by, with how many each choice would find: kinds among `passing`, the others among all. */
export function choicesAmong(searched: readonly Searched[], passing: readonly Searched[]): Choices {
  return {
    kinds: count(passing, ({ annotation }) => [annotation.kind]),
    channels: count(searched, ({ annotation }) => [channelOf(annotation)]),
    outcomes: count(searched, ({ annotation }) =>
      (annotation.answer?.points ?? []).map(point => point.outcome.kind),
    ),
    workshops: workshopsAmong(searched),
  }
}

/** What says several things counts for each of them, once. */
function count<Word extends string>(
  entries: readonly Searched[],
  wordsOf: (entry: Searched) => readonly Word[],
): Partial<Record<Word, number>> {
  const counts: Partial<Record<Word, number>> = {}
  for (const entry of entries)
    for (const word of new Set(wordsOf(entry))) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

function workshopsAmong(entries: readonly Searched[]): Choices['workshops'] {
  const found = new Map<WorkshopId, Choices['workshops'][number]>()
  for (const { annotation } of entries) {
    if (annotation.workshop === null) continue
    const { id, title } = annotation.workshop
    found.set(id, { id, title, count: (found.get(id)?.count ?? 0) + 1 })
  }
  return [...found.values()].toSorted((a, b) => (a.title < b.title ? -1 : 1))
}
