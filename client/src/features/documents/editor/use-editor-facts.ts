import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { startSettling } from '../../../platform/settling.js'

/** Sooner than anybody looks up from the text, and never between a key and its letter. */
const moment = { quietMs: 40, mostMs: 200 }

/**
 * Plain data about an editor's state, anew a moment after it has changed. To ask what could be done at the caret takes
 * longer than to write a letter.
 */
export function useEditorFacts<Facts>(editor: Editor, factsOf: (editor: Editor) => Facts): Facts {
  const [facts, setFacts] = useState(() => factsOf(editor))
  const look = useEffectEvent(() => {
    if (editor.isDestroyed) return
    const now = factsOf(editor)
    setFacts(before => (JSON.stringify(before) === JSON.stringify(now) ? before : now))
  })
  useEffect(() => {
    const settling = startSettling(moment, () => look())
    editor.on('transaction', settling.changed)
    settling.changed()
    return () => {
      settling.stop()
      editor.off('transaction', settling.changed)
    }
  }, [editor])
  return facts
}
