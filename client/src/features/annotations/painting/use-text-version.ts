import { startTransition, useEffect, useState } from 'react'
import { type SettlingTimes, startSettling } from '../../../platform/settling.js'
import type { AnnotatedText } from './annotated-text.js'

/** A pause between two words is a rest; whoever writes on without one is not waited for. */
const rest: SettlingTimes = { quietMs: 300, mostMs: 2_000 }

/**
 * A number that grows when the text on the page has changed and come to rest. By it thousands of notes are placed and
 * ordered anew, which must not stand between a key and its letter. Until then what is near the screen is kept true by
 * `highlighter` and `margin/placing`.
 */
export function useTextVersion(text: AnnotatedText | null): number {
  const [version, setVersion] = useState(0)
  useEffect(() => {
    if (text === null) return
    const settling = startSettling(rest, () => startTransition(() => setVersion(previous => previous + 1)))
    const unsubscribe = text.onPatched(settling.changed)
    return () => {
      settling.stop()
      unsubscribe()
    }
  }, [text])
  return version
}
