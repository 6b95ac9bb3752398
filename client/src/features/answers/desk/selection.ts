import type { WorkState } from '@randnotiz/contract/answers/case'
import type { SeenPoint } from '@randnotiz/contract/answers/commands'
import type { DeskItem } from '@randnotiz/contract/answers/desk'
import { useState } from 'react'
import { wordsOf } from './desk-row.js'

/** A point that somebody has chosen, as they have seen it. */
export type SelectedPoint = SeenPoint & { state: WorkState; words: string }

export const keyOf = ({ annotationId, number }: Pick<SeenPoint, 'annotationId' | 'number'>) =>
  `${annotationId}.${number}`

export const selectedFrom = (item: DeskItem): SelectedPoint => ({
  annotationId: item.annotation.id,
  number: item.point.number,
  version: item.version,
  state: item.point.work.state,
  words: wordsOf(item),
})

export const seenOf = ({ annotationId, number, version }: SelectedPoint): SeenPoint => ({
  annotationId,
  number,
  version,
})

/** What is chosen, over several pages; of what is in sight as it is now. */
export function useSelection(items: readonly DeskItem[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, SelectedPoint>>(new Map())
  const inSight = new Map(items.map(item => [keyOf(selectedFrom(item)), selectedFrom(item)]))
  const points = [...chosen].map(([key, point]) => inSight.get(key) ?? point)
  return {
    points,
    has: (item: DeskItem) => chosen.has(keyOf(selectedFrom(item))),
    toggle: (item: DeskItem) => {
      const point = selectedFrom(item)
      const next = new Map(chosen)
      if (!next.delete(keyOf(point))) next.set(keyOf(point), point)
      setChosen(next)
    },
    choose: (all: readonly SelectedPoint[]) => setChosen(new Map(all.map(point => [keyOf(point), point]))),
    clear: () => setChosen(new Map()),
  }
}
