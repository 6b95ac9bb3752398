import type { TextRange } from '@randnotiz/contract/annotations/target'
import { Button } from '@randnotiz/ui/button'
import { MessageSquarePlus } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openDraftOf } from '../activity.js'
import { mayWrite, useAnnotatingContext } from '../annotating.js'
import { onSettledSelection } from '../writing/settled-selection.js'

/** Ctrl+Alt+M, as text processors have it. */
const isShortcut = (event: KeyboardEvent) => event.ctrlKey && event.altKey && event.code === 'KeyM'

/** Appears below a selection in the text and offers to write about it. */
export function SelectionToolbar() {
  const { t } = useTranslation('annotations')
  const annotating = useAnnotatingContext()
  const { activity, attaching, text, writeAbout } = annotating
  const [selected, setSelected] = useState<Range | null>(null)
  const toolbar = useRef<HTMLDivElement>(null)

  useEffect(() => (text ? onSettledSelection(text.root, setSelected) : undefined), [text])

  useLayoutEffect(() => {
    if (selected && toolbar.current) placeBelow(toolbar.current, selected)
  }, [selected])

  const range: TextRange | null = selected && text ? text.offsetsOf(selected) : null
  function write() {
    if (range === null) return
    document.getSelection()?.removeAllRanges()
    setSelected(null)
    writeAbout(range)
  }

  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (!isShortcut(event) || selected === null) return
      event.preventDefault()
      toolbar.current?.querySelector('button')?.click()
    }
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [selected])

  if (range === null || attaching.waiting !== null || !mayWrite(annotating)) return null
  const label = openDraftOf(activity) === null ? t('commentSelection') : t('takeSelection')
  return (
    <div className="selection-toolbar" ref={toolbar}>
      <Button
        look="primary"
        size="small"
        aria-keyshortcuts="Control+Alt+M"
        title={t('selectionShortcut')}
        // A press would take the selection away before the click.
        onPointerDown={event => event.preventDefault()}
        onClick={write}
      >
        <MessageSquarePlus aria-hidden="true" size={18} />
        {label}
      </Button>
    </div>
  )
}

const distance = 10

/** Below, because a phone's own menu stands above a selection. */
function placeBelow(toolbar: HTMLElement, selected: Range) {
  const rects = selected.getClientRects()
  const last = rects[rects.length - 1] ?? selected.getBoundingClientRect()
  const container = toolbar.offsetParent?.getBoundingClientRect() ?? new DOMRect()
  const widest = document.documentElement.clientWidth - toolbar.offsetWidth - 8
  const left = Math.max(8, Math.min(last.right - toolbar.offsetWidth / 2, widest))
  toolbar.style.setProperty('left', `${left - container.left}px`)
  toolbar.style.setProperty('top', `${last.bottom - container.top + distance}px`)
}
