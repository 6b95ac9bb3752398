import type { OutlineEntry, ReaderText } from '@randnotiz/contract/documents/document'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { outlineOf } from '@randnotiz/domain/documents/outline'
import { useEffect, useState } from 'react'
import type { LiveText } from './live-text.js'

type LiveHead = { outline: readonly OutlineEntry[]; editedAt: Moment }

/** Outline and time of the last edit, kept true while staff write. */
export function useLiveHead(text: LiveText | null, { outline, editedAt }: ReaderText): LiveHead {
  const [head, setHead] = useState<LiveHead>({ outline, editedAt })

  useEffect(() => {
    if (text === null) return
    let frame = 0
    const refresh = () => {
      const { text: words, blocks } = text.flatIndex()
      setHead({ outline: outlineOf(words, blocks), editedAt: new Date().toISOString() })
    }
    const unsubscribe = text.onPatched(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(refresh)
    })
    return () => {
      cancelAnimationFrame(frame)
      unsubscribe()
    }
  }, [text])

  return head
}
