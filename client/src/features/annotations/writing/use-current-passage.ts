import type { PassageClaim } from '@randnotiz/contract/annotations/target'
import { useMemo } from 'react'
import { useAnnotatingContext } from '../annotating.js'

/**
 * A draft's passage in the text as it is now. `as-written` is the whole text, or a passage while the live text is not
 * there to ask: then the server is asked with what the writer has seen.
 */
export type CurrentPassage =
  | { type: 'as-written'; claim: PassageClaim | null }
  | { type: 'same-words' | 'other-words'; claim: PassageClaim }
  | { type: 'lost'; claim: PassageClaim }

export function useCurrentPassage(claim: PassageClaim | null): CurrentPassage {
  const { passages, version } = useAnnotatingContext()
  return useMemo(() => {
    // What the text said before is of no use: `version` asks anew.
    void version
    if (claim === null || passages === null) return { type: 'as-written', claim }
    const renewed = passages.renew(claim)
    return renewed.type === 'lost' ? { type: 'lost', claim } : renewed
  }, [claim, passages, version])
}
