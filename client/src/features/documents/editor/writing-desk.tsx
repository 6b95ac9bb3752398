import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { LinkButton } from '@randnotiz/ui/link-button'
import { Spinner } from '@randnotiz/ui/spinner'
import { type ReactNode, useEffect, useState } from 'react'
import type { EditorSession, SessionKey } from './editor-session.js'
import type { EditorSurface } from './editor-surface.js'
import { insertWords } from './insert-words.js'
import type { Typist } from './presence.js'
import { PresenceList } from './presence-list.js'
import { ReturnedTextPanel } from './returned-text-panel.js'
import { SaveIndicator, SaveNotice } from './save-indicator.js'
import { type SaveStatus, saveStatusOf, wouldLoseWork } from './save-status.js'
import { TextEditor } from './text-editor.js'
import { useEditorSession, useReturnedTexts, useSessionState } from './use-editor-session.js'
import { useEditorTexts } from './use-editor-texts.js'
import './writing-desk.css'
import './text-editor.css'
import './toolbar.css'

type Props = {
  text: SessionKey
  title: string
  typist: Typist
  /** Whether this person may edit; the server decides again. */
  editable: boolean
  /** Where to sign in again and come back. */
  signInHref: string
  onSurface(surface: EditorSurface | null): void
  /** What stands beside the paper. */
  children?: ReactNode
}

/** The room to write in: the text, who else is there, and whether the work is saved. */
export function WritingDesk(props: Props) {
  const { session, renewals } = useEditorSession(props.text, props.typist)
  useRenewalNews(renewals)
  return session === null ? <Opening /> : <OpenDesk key={renewals} {...props} session={session} />
}

function OpenDesk(props: Props & { session: EditorSession }) {
  const { text, title, typist, editable, signInHref, onSurface, children, session } = props
  const texts = useEditorTexts()
  const { opened, saves, typists } = useSessionState(session)
  const status = saveStatusOf(saves)
  const returned = useReturnedTexts(text)
  const isOnlyHere = returned.texts.some(({ kept }) => !kept)
  useLeaveWarning(wouldLoseWork(saves) || isOnlyHere)
  const notices = (
    <div className="writing-desk__notices">
      <SaveNotice status={status} />
      <WayOut status={status} signInHref={signInHref} />
    </div>
  )
  if (!opened)
    return (
      <>
        <ReturnedTextPanel {...returned} insert={null} />
        {status.kind === 'refused' ? notices : <Opening />}
      </>
    )
  return (
    <TextEditor
      documentId={text.documentId}
      title={title}
      session={session}
      typist={typist}
      editable={editable}
      locked={status.kind === 'refused'}
      status={
        <>
          {!editable && <p className="writing-desk__read-only">{texts.readOnly}</p>}
          <div className="writing-desk__status">
            {editable && <SaveIndicator status={status} />}
            <PresenceList typists={typists} />
          </div>
          {notices}
        </>
      }
      above={editor => (
        <ReturnedTextPanel
          {...returned}
          insert={
            editor && editable && status.kind !== 'refused' ? words => insertWords(editor, words) : null
          }
        />
      )}
      onSurface={onSurface}
    >
      {children}
    </TextEditor>
  )
}

/** Somebody may have looked away while the text under their hands became another. */
function useRenewalNews(renewals: number) {
  const texts = useEditorTexts()
  const announce = useAnnounce()
  useEffect(() => {
    if (renewals > 0) announce(texts.returned.news)
  }, [announce, renewals, texts])
}

/** What helps when the server takes no more edits. */
function WayOut({ status, signInHref }: { status: SaveStatus; signInHref: string }) {
  const texts = useEditorTexts()
  if (status.kind !== 'refused') return null
  switch (status.ending) {
    case 'sign-in-required':
      return <LinkButton href={signInHref}>{texts.signIn}</LinkButton>
    case 'text-replaced':
    case 'connection-broken':
      return <Button onClick={() => window.location.reload()}>{texts.reload}</Button>
    case 'not-permitted':
    case 'unknown-text':
    case 'text-full':
      return null
  }
}

/** After this somebody wants to know why nothing happens; in milliseconds. */
const slowMs = 4_000

function Opening() {
  const texts = useEditorTexts()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="writing-desk__opening" role="status">
      <Spinner label={texts.opening} />
      <p>{slow ? texts.openingSlow : texts.opening}</p>
    </div>
  )
}

/** The browser asks before the window closes, but only while that would lose work. */
function useLeaveWarning(needed: boolean) {
  useEffect(() => {
    if (!needed) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [needed])
}
