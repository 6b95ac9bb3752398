import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MarginOrder } from './margin/margin-order.js'
import { type AnnotatedText, lineAt } from './painting/annotated-text.js'
import { type BlockTool, type BlockTools, startBlockTools } from './painting/block-tools.js'

type Tools = {
  text: AnnotatedText | null
  order: MarginOrder
  /** What a block is chosen for. */
  purpose: 'comment' | 'attach'
  mayComment: boolean
  /** The page about the address of a block. */
  sheetOf(blockId: string): string | null
  onUse(tool: BlockTool, annotations: AnnotationId[]): void
}

/** Keeps the buttons at the blocks of the text. */
export function useBlockTools({ text, order, purpose, mayComment, sheetOf, onUse }: Tools): void {
  const { t } = useTranslation('annotations')
  const [tools, setTools] = useState<BlockTools | null>(null)
  const ending = useMemo(() => (text === null ? new Map() : annotationsByLine(text, order)), [order, text])
  const use = useEffectEvent((tool: BlockTool) => onUse(tool, ending.get(tool.number) ?? []))

  useEffect(() => {
    if (text === null || text.drawnByEditor) return
    const started = startBlockTools({
      text,
      texts: {
        comment: beginning => t(purpose === 'comment' ? 'commentBlock' : 'attach.block', { beginning }),
        link: beginning => t('link.toBlock', { beginning }),
        count: count => t('count', { count }),
      },
      sheetOf,
      onUse: tool => use(tool),
    })
    setTools(started)
    return () => {
      started.stop()
      setTools(null)
    }
  }, [purpose, sheetOf, t, text])

  useEffect(() => {
    const counts = new Map([...ending].map(([number, ids]) => [number, ids.length]))
    tools?.show({ counts, mayComment })
  }, [ending, mayComment, tools])
}

/** The annotations whose passage ends in a line, by the line's number; in the order of the text. */
function annotationsByLine(text: AnnotatedText, { passages }: MarginOrder): Map<number, AnnotationId[]> {
  const { blocks } = text.flatIndex()
  const byLine = new Map<number, AnnotationId[]>()
  for (const { annotation, place } of passages) {
    if (place.type !== 'attached') continue
    const number = lineAt(blocks, place.range.end - 1)
    byLine.set(number, [...(byLine.get(number) ?? []), annotation.id])
  }
  return byLine
}
