import { Notice } from '@randnotiz/ui/notice'
import { VisuallyHidden } from '@randnotiz/ui/visually-hidden'
import { Cloud, CloudAlert, CloudCheck, CloudOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SaveStatus } from './save-status.js'
import { type EditorTexts, useEditorTexts } from './use-editor-texts.js'

const icons = { saved: CloudCheck, saving: Cloud, offline: CloudOff, refused: CloudAlert }

/** "Saved" stands there calmly when typing pauses, instead of flickering with each letter; in milliseconds. */
const pauseMs = 600

/**
 * The status as it is shown. Bad news and "saving" are shown at once; "saved" only when it has lasted for a moment,
 * so what is shown is never more hopeful than what is known.
 */
function useCalmStatus(status: SaveStatus): SaveStatus {
  const [calm, setCalm] = useState(status)
  useEffect(() => {
    const timer = setTimeout(() => setCalm(status), status.kind === 'saved' ? pauseMs : 0)
    return () => clearTimeout(timer)
  }, [status])
  return status.kind === 'saved' && calm.kind === 'saving' ? calm : status
}

/** In two words whether the work is saved. Only a lost and a regained connection are read out. */
export function SaveIndicator({ status }: { status: SaveStatus }) {
  const texts = useEditorTexts()
  const shown = useCalmStatus(status)
  const Icon = icons[shown.kind]
  return (
    <div className={`save-indicator save-indicator--${shown.kind}`}>
      <Icon aria-hidden size={18} />
      <VisuallyHidden>{texts.save.label}: </VisuallyHidden>
      <span>{shortly(shown, texts)}</span>
    </div>
  )
}

function shortly(status: SaveStatus, { save }: EditorTexts): string {
  if (status.kind === 'refused' && status.unsaved === 'none') return save.readOnly
  return save[status.kind]
}

/** What else there is to say about a connection that is not there, and what to do. */
export function SaveNotice({ status }: { status: SaveStatus }) {
  const texts = useEditorTexts()
  return (
    <>
      {status.kind === 'offline' && (
        <Notice tone={status.unsaved === 'only-here' ? 'warning' : 'info'}>
          <p>{offlineSentence(status, texts)}</p>
        </Notice>
      )}
      {status.kind === 'refused' && <RefusedNotice status={status} />}
      <ConnectionNews status={status} />
    </>
  )
}

/** For screen readers: a connection that is lost, and one that is back. A live region has to be there before its news. */
function ConnectionNews({ status }: { status: SaveStatus }) {
  const texts = useEditorTexts()
  const [wasOffline, setWasOffline] = useState(false)
  if (status.kind === 'offline' && !wasOffline) setWasOffline(true)
  const isBack = wasOffline && status.kind === 'saved'
  return (
    <span className="visually-hidden" role="status">
      {status.kind === 'offline' && `${texts.save.offline}. ${offlineSentence(status, texts)}`}
      {isBack && texts.save.backOnline}
    </span>
  )
}

function offlineSentence({ unsaved }: SaveStatus & { kind: 'offline' }, { save }: EditorTexts): string {
  switch (unsaved) {
    case 'none':
      return save.offlineNone
    case 'on-device':
      return save.offlineOnDevice
    case 'only-here':
      return save.offlineOnlyHere
  }
}

function RefusedNotice({ status }: { status: SaveStatus & { kind: 'refused' } }) {
  const texts = useEditorTexts()
  return (
    <Notice tone="problem" role="alert">
      <p>
        {texts.ending[status.ending]} {texts.unsaved[status.unsaved]}
      </p>
    </Notice>
  )
}
