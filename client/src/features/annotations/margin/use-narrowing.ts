import { getReadMark } from '@randnotiz/contract/annotations/endpoints'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import { answerTo, ask } from '../../../platform/question.js'
import { activeIdOf } from '../activity.js'
import type { Annotating } from '../annotating.js'
import type { MarginOrder, PlacedAnnotation } from './margin-order.js'
import { everything, idsPassing, listed, type MarginQuery, narrowed } from './narrowing.js'

export type Narrowing = {
  query: MarginQuery
  choose(query: MarginQuery): void
  order: MarginOrder
  /** All of them in another order than that of the text; null in that of the text. */
  list: readonly PlacedAnnotation[] | null
}

/** Which notes stand in the margin, and in which order. */
export function useNarrowing({
  activity,
  feed,
  order,
  viewer,
}: Pick<Annotating, 'activity' | 'feed' | 'order' | 'viewer'>): Narrowing {
  const [query, choose] = useState(everything)
  const personId = personIdOf(viewer)
  const mark = useReadMark(query.unread === 'yes' && personId !== null)
  const ids = useMemo(() => {
    // Until it is known what has been read, nothing is taken for read.
    const known = mark === undefined ? { ...query, unread: undefined } : query
    return idsPassing(feed.annotations.values(), known, { personId, readUpTo: mark ?? null })
  }, [feed, mark, personId, query])
  const kept = activeIdOf(activity)
  const some = useMemo(() => narrowed(order, ids, kept), [ids, kept, order])
  const how = query.order ?? 'passage'
  const list = useMemo(() => (how === 'passage' ? null : listed(some, how)), [how, some])
  return { query, choose, order: some, list }
}

/** Up to when the viewer has read; asked for when it matters, and undefined until it is there. */
function useReadMark(matters: boolean): string | null | undefined {
  const { call } = usePlatform()
  const mark = useQuery({ ...answerTo(call, ask(getReadMark)), enabled: matters })
  return mark.data?.ok ? mark.data.value.readUpTo : undefined
}
