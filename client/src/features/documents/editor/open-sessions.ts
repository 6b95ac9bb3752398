/**
 * The sessions of this tab. React may mount a page twice or leave and enter it within a moment; a session opens a
 * socket and must not. So sessions are kept here, by text and account, and counted.
 *
 * Whoever leaves a text vanishes from it at once, but the session stays until the server has everything: text typed
 * without a connection goes out when it comes back, also when the person is on another page by then.
 */
import { EditorSession, type SessionKey } from './editor-session.js'
import type { Typist } from './presence.js'

type OpenSession = { session: EditorSession; visitors: number; stopWaiting: () => void }

/** A page that is left and entered again within this time finds its session. */
const lingerMs = 2_000

const sessions = new Map<string, OpenSession>()

const nameOf = ({ documentId, userId }: SessionKey) => `${userId}/${documentId}`

const collabAddress = () => `${window.location.origin.replace(/^http/, 'ws')}/collab`

/**
 * Opens the session, or joins the one that is open; one whose text was replaced is over, and a new one takes its place.
 * Each call is answered by one `leaveSession`.
 */
export function enterSession(key: SessionKey, typist: Typist): EditorSession {
  const open = standing(key) ?? {
    session: new EditorSession(key, collabAddress()),
    visitors: 0,
    stopWaiting: () => {},
  }
  open.stopWaiting()
  open.visitors += 1
  open.session.appearAs(typist)
  sessions.set(nameOf(key), open)
  return open.session
}

function standing(key: SessionKey): OpenSession | undefined {
  const open = sessions.get(nameOf(key))
  if (!open?.session.snapshot().over) return open
  open.stopWaiting()
  open.session.close()
  return undefined
}

export function leaveSession(key: SessionKey, session: EditorSession): void {
  const open = sessions.get(nameOf(key))
  if (open?.session !== session) return
  open.visitors -= 1
  if (open.visitors > 0) return
  open.session.appearAs(null)
  closeWhenSaved(nameOf(key), open)
}

function closeWhenSaved(name: string, open: OpenSession): void {
  const closeIfDone = () => {
    const { unsaved, ending } = open.session.snapshot().saves
    if (unsaved && ending === null) return
    open.stopWaiting()
    open.session.close()
    sessions.delete(name)
  }
  let unsubscribe = () => {}
  const timer = setTimeout(() => {
    unsubscribe = open.session.subscribe(closeIfDone)
    closeIfDone()
  }, lingerMs)
  open.stopWaiting = () => {
    clearTimeout(timer)
    unsubscribe()
  }
}
