import type { TextSource } from '@randnotiz/contract/documents/document'
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
export function useLiveText(
  documentId: DocumentId,
  root: RefObject<HTMLElement | null>,
  source: TextSource,
): LiveTextHandle {
  const [state, setState] = useState<LiveTextState>('connecting')
  const [text, setText] = useState<LiveText | null>(null)
  const connection = useRef<LiveTextConnection | null>(null)

  useEffect(() => {
    const element = root.current
    if (element === null) return
    if (source.kind === 'release') return attachRelease(source, element, setText)
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
  }, [documentId, root, source])

  const pause = useCallback(() => connection.current?.pause(), [])
  const resume = useCallback(() => connection.current?.resume(), [])
  return { state, text, pause, resume }
}

type Release = Extract<TextSource, { kind: 'release' }>

/** A release does not change and needs no connection. */
function attachRelease(
  { id, number }: Release,
  root: HTMLElement,
  onText: (text: LiveText | null) => void,
): () => void {
  const leaving = new AbortController()
  import('./release-text.js')
    .then(({ attachReleaseText }) => attachReleaseText({ id, number, root, signal: leaving.signal }))
    .then(onText, () => {
      // The script or the state did not arrive; the text stays readable as it is.
    })
  return () => {
    leaving.abort()
    onText(null)
  }
}
