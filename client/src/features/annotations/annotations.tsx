import { memo, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { ToldValue } from '../../platform/told-value.js'
import { activeIdOf } from './activity.js'
import {
  type Annotating,
  AnnotatingContext,
  type NoteSurroundings,
  NoteSurroundingsContext,
} from './annotating.js'
import { annotationIdOfHash } from './annotation-hash.js'
import { AttachBar } from './attaching/attach-bar.js'
import { LinkDialog } from './linking/link-dialog.js'
import { Margin } from './margin/margin.js'
import { showNote } from './margin/show-in-page.js'
import { PassageSheet } from './parts/passage-sheet.js'
import { SelectionToolbar } from './parts/selection-toolbar.js'
import { draftHash } from './parts/sign-in-to-send.js'
import { type AnnotatingOf, useAnnotating } from './use-annotating.js'
import './annotations.css'

/** Annotating one document: the margin beside its text, and what opens over it. */
export function Annotations(parts: AnnotatingOf) {
  const annotating = useAnnotating(parts)
  const surroundings = useSurroundings(annotating)
  const shared = useShared(annotating)

  const followed = useRef<string | null>(null)
  const follow = useEffectEvent((hash: string) => {
    const id = annotationIdOfHash(hash)
    // A note that has still to arrive is looked for again when all are there.
    if (id !== null && hash !== followed.current && annotating.feed.annotations.has(id)) {
      followed.current = hash
      if (annotating.wide) annotating.showPassage(id)
      else showNote(id, { focus: true })
    }
    const draft = annotating.desk.contributions.findLast(({ state }) => state.type === 'draft')
    if (hash === draftHash && draft?.words.type === 'annotation') annotating.open(draft)
  })
  const waitsFor = annotating.passages === null ? 'text' : annotating.expected === null ? null : 'notes'
  useEffect(() => {
    if (waitsFor === 'text') return
    follow(location.hash)
    const listener = () => {
      followed.current = null
      follow(location.hash)
    }
    window.addEventListener('hashchange', listener)
    return () => window.removeEventListener('hashchange', listener)
  }, [waitsFor])

  return (
    <AnnotatingContext value={shared}>
      <NoteSurroundingsContext value={surroundings}>
        <AnnotatingParts />
        <LinkDialog {...annotating.linking} />
      </NoteSurroundingsContext>
    </AnnotatingContext>
  )
}

/** They hear of what has changed by themselves. */
const AnnotatingParts = memo(() => (
  <>
    <Margin />
    <SelectionToolbar />
    <AttachBar />
    <PassageSheet />
  </>
))

function useShared(annotating: Annotating): ToldValue<Annotating> {
  const [shared] = useState(() => new ToldValue(annotating))
  useLayoutEffect(() => shared.tell(annotating), [annotating, shared])
  return shared
}

function useSurroundings(annotating: Annotating): NoteSurroundings {
  const { viewer, permissions, slug, desk, alive, wide, noteActions } = annotating
  const activeId = activeIdOf(annotating.activity)
  const isLive = annotating.text !== null
  return useMemo(
    () => ({ viewer, permissions, slug, desk, alive, wide, noteActions, activeId, isLive }),
    [viewer, permissions, slug, desk, alive, wide, noteActions, activeId, isLive],
  )
}
