import { startTransition, useCallback, useMemo, useRef, useState } from 'react'
import { activeIdOf } from '../activity.js'
import { type Annotating, useAnnotatingContext } from '../annotating.js'
import { linesOf } from '../painting/annotated-text.js'
import { Note } from '../parts/note.js'
import { OwnNote } from '../parts/own-note.js'
import { Workbench } from '../parts/workbench.js'
import { areDrawnAlike, type MarginItem, marginItems } from './margin-items.js'
import type { MarginOrder } from './margin-order.js'
import { itemsToDraw } from './margin-window.js'
import { MoreNotes, useFirst } from './more-notes.js'
import { ownAnnotations } from './own-annotations.js'
import { useHashNote } from './use-hash-note.js'
import { useMarginLayout } from './use-margin-layout.js'
import { useVisibleFocus } from './use-visible-focus.js'

/** The notes on passages, and what the viewer writes about some. */
export function PassageNotes({ order }: { order: MarginOrder }) {
  const annotating = useAnnotatingContext()
  const list = useRef<HTMLUListElement>(null)
  const items = useItems(annotating, order)
  const activeKey = activeKeyOf(annotating)
  const text = annotating.wide ? annotating.text : null
  const linked = useHashNote()
  const { first, showMore } = useFirst()
  const [near, setNear] = useState<ReadonlySet<string> | null>(null)
  // Drawn little by little, so that scrolling goes on meanwhile.
  const onNear = useCallback((keys: ReadonlySet<string>) => startTransition(() => setNear(keys)), [])
  const shown = useMemo(
    () => itemsToDraw(items, { near: text === null ? null : near, first, always: [activeKey, linked] }),
    [activeKey, first, items, linked, near, text],
  )
  const drawn = useSameDrawn(shown)
  useVisibleFocus(list)
  useMarginLayout({ list, items, index: annotating.index, drawn, activeKey, text, onNear })
  return (
    <>
      <ul className="margin__list" ref={list}>
        <Drawn drawn={drawn} activeKey={activeKey} />
      </ul>
      {text === null && <MoreNotes notes={items} drawn={drawn.length} onMore={showMore} />}
    </>
  )
}

function Drawn({ drawn, activeKey }: { drawn: readonly MarginItem[]; activeKey: string | null }) {
  const { activity, wide } = useAnnotatingContext()
  const openDraft = wide && activity.type === 'writing' ? activity.draft : null
  return useMemo(
    () =>
      drawn.map(item => (
        <li key={item.key} className="margin__item" data-active={item.key === activeKey || undefined}>
          {item.type === 'note' && <Note {...item.note} where="margin" />}
          {(item.type === 'picker' || (item.type === 'own' && openDraft === item.key)) && <Workbench />}
          {item.type === 'own' && openDraft !== item.key && (
            <OwnNote contribution={item.own.contribution} words={item.own.words} />
          )}
        </li>
      )),
    [activeKey, drawn, openDraft],
  )
}

function useItems(annotating: Annotating, order: MarginOrder): readonly MarginItem[] {
  const { desk, passages, version } = annotating
  const own = useMemo(() => ownAnnotations({ desk, passages, version }), [desk, passages, version])
  const at = pickerAt(annotating)
  return useMemo(() => marginItems({ notes: order.passages, own, pickerAt: at }), [at, order, own])
}

function activeKeyOf({ activity }: Annotating): string | null {
  if (activity.type === 'choosing') return 'picker'
  return activity.type === 'writing' ? activity.draft : activeIdOf(activity)
}

/** The items as they were, for as long as only their places in the text change: thousands are not drawn for a key. */
function useSameDrawn(items: readonly MarginItem[]): readonly MarginItem[] {
  const [drawn, setDrawn] = useState(items)
  if (drawn === items || areDrawnAlike(drawn, items)) return drawn
  setDrawn(items)
  return items
}

function pickerAt({ activity, text, wide }: Annotating): number | null {
  if (activity.type !== 'choosing' || text === null || !wide) return null
  return linesOf(text).find(({ block }) => block.id === activity.blockId)?.block.start ?? null
}
