import { Button } from '@randnotiz/ui/button'
import { TextArea } from '@randnotiz/ui/text-area'
import { ClipboardCopy, CornerDownLeft } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import type { ReturnedText } from './returned-texts.js'
import type { ReturnedHere } from './use-editor-session.js'
import { useEditorTexts } from './use-editor-texts.js'
import './returned-text.css'

type PanelProps = ReturnedHere & {
  /** Puts words at the caret; null where nothing can be written. */
  insert: ((words: string) => void) | null
}

/** What was typed into a text before it was replaced, offered back until the person does not need it any more. */
export function ReturnedTextPanel({ texts, dismiss, insert }: PanelProps) {
  return texts.map(text => (
    <Returned key={text.id} text={text} insert={insert} onDismiss={() => void dismiss(text.id)} />
  ))
}

type ReturnedProps = Pick<PanelProps, 'insert'> & { text: ReturnedText; onDismiss(): void }

function Returned({ text: { text, at, kept }, insert, onDismiss }: ReturnedProps) {
  const { returned } = useEditorTexts()
  const language = useLanguage()
  const headingId = useId()
  const panel = useRef<HTMLElement>(null)

  // The editor that held the focus is gone together with the old text.
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus()
  }, [])

  return (
    <section ref={panel} className="returned-text" aria-labelledby={headingId} tabIndex={-1}>
      <h2 id={headingId}>{returned.heading}</h2>
      <p>{kept ? returned.explained : returned.explainedOnlyHere}</p>
      <TextArea
        label={returned.words}
        className="returned-text__words"
        value={text}
        rows={3}
        readOnly
        lang="de"
      />
      <p className="returned-text__when">
        <time dateTime={at.toISOString()}>{formatDateTime(at.toISOString(), language)}</time>
      </p>
      <Ways text={text} insert={insert} onDismiss={onDismiss} />
    </section>
  )
}

type Done = 'copied' | 'not-copied' | 'inserted'

function Ways({ text, insert, onDismiss }: Pick<ReturnedProps, 'insert' | 'onDismiss'> & { text: string }) {
  const { returned } = useEditorTexts()
  const [done, setDone] = useState<Done | null>(null)
  const [isAsking, setAsking] = useState(false)

  async function copy() {
    const copied = await copyToClipboard(text)
    setDone(copied ? 'copied' : 'not-copied')
  }

  return (
    <div className="returned-text__ways">
      <Button size="small" look="primary" onClick={() => void copy()}>
        <ClipboardCopy aria-hidden="true" size={18} />
        {returned.copy}
      </Button>
      {insert !== null && (
        <Button
          size="small"
          onClick={() => {
            insert(text)
            setDone('inserted')
          }}
        >
          <CornerDownLeft aria-hidden="true" size={18} />
          {returned.insert}
        </Button>
      )}
      <Button size="small" look="quiet" onClick={() => (isAsking ? onDismiss() : setAsking(true))}>
        {isAsking ? returned.dismissForGood : returned.dismiss}
      </Button>
      <p role="status">{done !== null && returned.done[done]}</p>
    </div>
  )
}

/** False where the browser does not allow it: then the words can be selected by hand. */
async function copyToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
