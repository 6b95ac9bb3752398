import { startTransition, useEffect, useState } from 'react'
import type { AnnotatedText } from './annotated-text.js'

/**
 * A number that grows when the text on the page has changed; at most once a frame. What is drawn anew by it can be
 * much, thousands of notes, and may wait: the next key goes first.
 */
export function useTextVersion(text: AnnotatedText | null): number {
  const [version, setVersion] = useState(0)
  useEffect(() => {
    if (text === null) return
    let frame = 0
    const unsubscribe = text.onPatched(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => startTransition(() => setVersion(previous => previous + 1)))
    })
    return () => {
      cancelAnimationFrame(frame)
      unsubscribe()
    }
  }, [text])
  return version
}
