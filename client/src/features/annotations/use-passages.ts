import { useEffect, useState } from 'react'
import type { AnnotatedText } from './painting/annotated-text.js'
import type { Passages } from './passages.js'

/** What needs the live document; null until its code has arrived. */
export function usePassages(text: AnnotatedText | null): Passages | null {
  const [passages, setPassages] = useState<Passages | null>(null)
  useEffect(() => {
    if (text === null) return
    let gone = false
    import('./passages.js').then(
      ({ passagesOf }) => {
        if (!gone) setPassages(passagesOf(text))
      },
      () => {
        // Without it the list stands as the server knows it; a later visit loads it.
      },
    )
    return () => {
      gone = true
      setPassages(null)
    }
  }, [text])
  return passages
}
