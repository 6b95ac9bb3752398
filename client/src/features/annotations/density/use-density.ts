import { BlockId } from '@randnotiz/contract/kit/ids'
import { type Chapter, densityOf } from '@randnotiz/domain/annotations/density'
import { useEffect } from 'react'
import type { PlacedAnnotation } from '../margin/margin-order.js'
import type { AnnotatedText } from '../painting/annotated-text.js'
import type { DensityStore } from './density-store.js'

type Shown = {
  text: AnnotatedText | null
  placed: readonly PlacedAnnotation[]
  /** Where the counts go; undefined where nobody shows them. */
  density: DensityStore | undefined
}

/** Keeps the marks of the outline true, whenever notes come or go, or the text moves under them. */
export function useDensity({ text, placed, density }: Shown): void {
  useEffect(() => {
    if (text === null || density === undefined) return
    const starts = placed.flatMap(({ place }) => (place.type === 'attached' ? [place.range.start] : []))
    density.show(densityOf(chaptersOf(text), starts))
  }, [text, placed, density])
}

function chaptersOf(text: AnnotatedText): Chapter[] {
  return text.flatIndex().blocks.flatMap(block => {
    const blockId = BlockId.safeParse(block.id)
    return block.type === 'heading' && blockId.success
      ? [{ blockId: blockId.data, level: block.level, start: block.start }]
      : []
  })
}
