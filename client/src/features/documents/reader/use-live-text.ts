import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { LiveText, LiveTextConnection, LiveTextState } from './live-text.js'

export type LiveTextHandle = {
  state: LiveTextState
  /** Null until the page shows the live document. */
  text: LiveText | null
  pause(): void
  resume(): void
}

/** Makes the text inside `root` live as long as the component is there. */
export function useLiveText(documentId: DocumentId, root: RefObject<HTMLElement | null>): LiveTextHandle {
  const [state, setState] = useState<LiveTextState>('connecting')
  const [text, setText] = useState<LiveText | null>(null)
  const connection = useRef<LiveTextConnection | null>(null)

  useEffect(() => {
    const element = root.current
    if (element === null) return
    let closed = false
    import('./live-text.js').then(
      ({ connectLiveText }) => {
        if (closed) return
        const address = `${location.origin.replace(/^http/, 'ws')}/collab`
        connection.current = connectLiveText({
          documentId,
          root: element,
          address,
          onState: setState,
          onAttached: setText,
        })
      },
      // The script did not arrive; the text stays readable as it is.
      () => setState('offline'),
    )
    return () => {
      closed = true
      connection.current?.close()
      connection.current = null
      setText(null)
      setState('connecting')
    }
  }, [documentId, root])

  const pause = useCallback(() => connection.current?.pause(), [])
  const resume = useCallback(() => connection.current?.resume(), [])
  return { state, text, pause, resume }
}
