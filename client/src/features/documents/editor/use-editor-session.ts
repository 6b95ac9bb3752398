import { useEffect, useState, useSyncExternalStore } from 'react'
import type { EditorSession, SessionKey, SessionState } from './editor-session.js'
import { enterSession, leaveSession } from './open-sessions.js'
import type { Typist } from './presence.js'
import { type ReturnedText, type ReturnedTexts, returnedTexts } from './returned-texts.js'

/** `session` is null in the moment before it is open; `renewals` counts how often the text was replaced meanwhile. */
export type VisitedSession = { session: EditorSession | null; renewals: number }

/** The session of a text while the calling component is on the page; another one after the text was replaced. */
export function useEditorSession({ documentId, userId }: SessionKey, typist: Typist): VisitedSession {
  const { name, colour } = typist
  const [session, setSession] = useState<EditorSession | null>(null)
  const [renewals, setRenewals] = useState(0)
  useEffect(() => {
    // Once more after each renewal.
    void renewals
    const key = { documentId, userId }
    const entered = enterSession(key, { name, colour })
    setSession(entered)
    const unsubscribe = entered.subscribe(() => {
      if (entered.snapshot().over) setRenewals(count => count + 1)
    })
    return () => {
      unsubscribe()
      leaveSession(key, entered)
    }
  }, [documentId, userId, name, colour, renewals])
  return { session, renewals }
}

export function useSessionState(session: EditorSession): SessionState {
  return useSyncExternalStore(session.subscribe, session.snapshot)
}

export type ReturnedHere = { texts: readonly ReturnedText[]; dismiss: ReturnedTexts['dismiss'] }

/** What was given back to a person for a text. */
export function useReturnedTexts({ documentId, userId }: SessionKey): ReturnedHere {
  const [returned] = useState(() => returnedTexts({ documentId, userId }))
  const texts = useSyncExternalStore(returned.subscribe, returned.all)
  return { texts, dismiss: returned.dismiss }
}
