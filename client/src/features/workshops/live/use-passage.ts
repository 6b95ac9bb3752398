import type { CallEndpoint } from '@randnotiz/contract/kit/page'
import type { StepSubject } from '@randnotiz/contract/workshops/agenda'
import { getPassage, type Passage } from '@randnotiz/contract/workshops/passage'
import { useEffect, useState } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import { useConnection } from '../../../platform/use-connection.js'

/** The last answers, for each way to the server; what was seen once is there at once the next time. */
const seen = new WeakMap<CallEndpoint, Map<string, Passage>>()

function seenBy(call: CallEndpoint): Map<string, Passage> {
  const known = seen.get(call) ?? new Map<string, Passage>()
  seen.set(call, known)
  return known
}

/** A place in a text; null until it is there. Asked anew whenever it comes to sight, and after a reconnect. */
export function usePassage({ documentId, blockId, annotationId }: StepSubject): Passage | null {
  const { call } = usePlatform()
  const { session } = useConnection()
  const name = [documentId, blockId, annotationId].join(' ')
  const [found, setFound] = useState<{ name: string; passage: Passage } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a reconnect the text may be another one.
  useEffect(() => {
    let stopped = false
    const query = {
      ...(blockId === null ? {} : { block: blockId }),
      ...(annotationId === null ? {} : { annotation: annotationId }),
    }
    void call(getPassage, { params: { documentId }, query, body: {} }).then(answer => {
      if (!answer.ok) return
      seenBy(call).set(name, answer.value)
      if (!stopped) setFound({ name, passage: answer.value })
    })
    return () => {
      stopped = true
    }
  }, [call, session, name, documentId, blockId, annotationId])
  return found?.name === name ? found.passage : (seenBy(call).get(name) ?? null)
}
