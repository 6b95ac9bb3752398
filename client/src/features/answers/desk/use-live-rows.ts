import {
  type DeskItem,
  type DeskPage,
  type DeskQuery,
  type DeskRows,
  mostDeskRows,
} from '@randnotiz/contract/answers/desk'
import { getDeskRows } from '@randnotiz/contract/answers/endpoints'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { accept } from '@randnotiz/contract/kit/result'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import { questionKey } from '../../../platform/question.js'
import { deskQuestion } from './desk-questions.js'
import { keyOf, selectedFrom } from './selection.js'
import { useAskDeskAgain, useDeskChanges } from './use-desk-live.js'

/** What became of the rows since the page was asked for: nothing moves under anybody's hands. */
export type LiveRows = {
  /** Rows that are shown still and do not match the choice any more. */
  left: ReadonlySet<string>
  /** How many others match by now. */
  fresh: number
  /** Asks for the whole page anew. */
  showAll(): Promise<void>
}

type Known = { left: ReadonlySet<string>; fresh: ReadonlySet<string>; query: DeskQuery }

const itemKey = (item: DeskItem) => keyOf(selectedFrom(item))

/** Follows a page of the desk: only rows that were changed are asked for, and put in their places. */
export function useLiveRows(page: DeskPage, query: DeskQuery): LiveRows {
  const { call } = usePlatform()
  const queryClient = useQueryClient()
  const askAgain = useAskDeskAgain()
  const [known, setKnown] = useState<Known>({ left: new Set(), fresh: new Set(), query })
  const { slug, id } = page.process
  const onChange = useCallback(
    async (changed: ReadonlySet<AnnotationId> | null) => {
      if (changed === null || changed.size > mostDeskRows) return askAgain()
      const { after: _page, order: _order, ...choice } = query
      const result = await call(getDeskRows, {
        params: { slug },
        query: { ...choice, ids: [...changed].join() },
        body: {},
      })
      if (!result.ok) return
      const key = questionKey(deskQuestion(slug, query))
      const before = queryClient.getQueryData(key)
      if (!before?.ok) return
      queryClient.setQueryData(key, accept(merged(before.value, result.value)))
      setKnown(last => noticed(last, { items: before.value.items, changed, now: result.value.items, query }))
    },
    [askAgain, call, query, queryClient, slug],
  )
  useDeskChanges(id, onChange)
  const showAll = useCallback(async () => {
    setKnown({ left: new Set(), fresh: new Set(), query })
    await askAgain()
  }, [askAgain, query])
  const current = known.query === query
  const shown = new Set(page.items.map(itemKey))
  return {
    left: new Set(current ? [...known.left].filter(key => shown.has(key)) : []),
    fresh: current ? [...known.fresh].filter(key => !shown.has(key)).length : 0,
    showAll,
  }
}

function merged(page: DeskPage, { items, ...counts }: DeskRows): DeskPage {
  const now = new Map(items.map(item => [itemKey(item), item]))
  return { ...page, ...counts, items: page.items.map(item => now.get(itemKey(item)) ?? item) }
}

type Heard = {
  items: readonly DeskItem[]
  changed: ReadonlySet<AnnotationId>
  now: readonly DeskItem[]
  query: DeskQuery
}

function noticed(last: Known, { items, changed, now, query }: Heard): Known {
  const goesOn = last.query === query
  const left = new Set(goesOn ? last.left : [])
  const fresh = new Set(goesOn ? last.fresh : [])
  const matching = new Set(now.map(itemKey))
  const shown = new Set(items.map(itemKey))
  for (const item of items) {
    if (!changed.has(item.annotation.id)) continue
    if (matching.has(itemKey(item))) left.delete(itemKey(item))
    else left.add(itemKey(item))
  }
  for (const key of matching) if (!shown.has(key)) fresh.add(key)
  return { left, fresh, query }
}
