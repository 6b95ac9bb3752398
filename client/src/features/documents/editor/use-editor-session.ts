import { useEffect, useState, useSyncExternalStore } from 'react'
import type { EditorSession, SessionKey, SessionState } from './editor-session.js'
import { enterSession, leaveSession } from './open-sessions.js'
import type { Typist } from './presence.js'

/** The session of a text while the calling component is on the page; null in the moment before it is open. */
export function useEditorSession({ documentId, userId }: SessionKey, typist: Typist): EditorSession | null {
  const { name, colour } = typist
  const [session, setSession] = useState<EditorSession | null>(null)
  useEffect(() => {
    setSession(enterSession({ documentId, userId }, { name, colour }))
    return () => leaveSession({ documentId, userId })
  }, [documentId, userId, name, colour])
  return session
}

export function useSessionState(session: EditorSession): SessionState {
  return useSyncExternalStore(session.subscribe, session.snapshot)
}
