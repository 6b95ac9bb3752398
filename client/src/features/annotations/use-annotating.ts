import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { DocumentPermissions } from '@randnotiz/contract/documents/endpoints'
import { type AnnotationId, BlockId, type DocumentId } from '@randnotiz/contract/kit/ids'
import { useMemo, useRef, useState } from 'react'
import { useInBrowser } from '../../platform/use-in-browser.js'
import { type Activity, activeIdOf, openDraftOf, reading } from './activity.js'
import { type Annotating, mayWrite } from './annotating.js'
import type { Feed } from './feed/feed.js'
import { useFeed } from './feed/use-feed.js'
import { useFeedAnnouncements } from './feed/use-feed-announcements.js'
import { orderForMargin } from './margin/margin-order.js'
import { showNote, showPassageOf } from './margin/show-in-page.js'
import { type AnnotatedText, linesOf } from './painting/annotated-text.js'
import type { BlockTool } from './painting/block-tools.js'
import { useTextVersion } from './painting/use-text-version.js'
import type { Passages } from './passages.js'
import { useBlockTools } from './use-block-tools.js'
import { usePainting } from './use-painting.js'
import { usePassages } from './use-passages.js'
import { usePlaced } from './use-placed.js'
import { useWide } from './use-wide.js'
import { saysSomething } from './writing/contribution.js'
import { chosenRange, wholeBlock } from './writing/sentence-choice.js'
import { type Desk, useDesk } from './writing/use-desk.js'
import { useDeskAnnouncements } from './writing/use-desk-announcements.js'

export type AnnotatingParts = {
  documentId: DocumentId
  viewer: Viewer
  permissions: DocumentPermissions
  /** The feed as the server rendered it. */
  known: Feed
  /** The live text; null until it is there. */
  text: AnnotatedText | null
  /** Nothing new is shown meanwhile. */
  paused: boolean
}

/** Puts the parts of annotating together for one document. */
export function useAnnotating(parts: AnnotatingParts): Annotating {
  const { documentId, viewer, permissions, known, text, paused } = parts
  const feed = useFeed({ documentId, known, paused })
  const passages = usePassages(text)
  const version = useTextVersion(text)
  const placed = usePlaced(feed, passages, version)
  const order = useMemo(() => orderForMargin(placed), [placed])
  const desk = useDesk({ documentId, viewer, feed })
  const wide = useWide()
  const alive = useInBrowser()
  const [activity, setActivity] = useState<Activity>(reading)
  const returnTo = useRef<HTMLElement | null>(null)
  useDeskAnnouncements(desk)
  useFeedAnnouncements(feed, viewer.kind === 'account' ? viewer.id : null)

  const look: Annotating['look'] = (ids, from) => {
    const [first, ...others] = ids
    if (first !== undefined) setActivity({ type: 'looking', ids: [first, ...others], from })
  }
  const chooseIn: Annotating['chooseIn'] = (blockId, choice = wholeBlock) =>
    setActivity(current => ({ type: 'choosing', blockId, choice, draft: openDraftOf(current) }))

  function use(tool: BlockTool, ids: AnnotationId[]) {
    returnTo.current = tool.button
    const blockId = BlockId.safeParse(tool.line.block.id)
    if (tool.action === 'open') {
      look(ids, 'text')
      if (wide && ids[0]) showNote(ids[0], { focus: true })
    } else if (blockId.success) chooseIn(blockId.data)
  }

  function lookAtClicked(ids: AnnotationId[]) {
    // A sheet over the text would close the keyboard of somebody who writes.
    if (text?.drawnByEditor && !wide) return
    const active = activeIdOf(activity)
    const turned = ids[0] === active ? [...ids.slice(1), ...ids.slice(0, 1)] : ids
    look(turned, 'text')
    if (wide && turned[0]) showNote(turned[0], { focus: false })
  }

  useBlockTools({ text, order, mayComment: mayWrite({ viewer, permissions, alive }), onUse: use })
  const chosen = useMemo(
    () => chosenIn(activity, { text, passages, desk, version }),
    [activity, desk, passages, text, version],
  )
  usePainting({ text, placed, activeId: activeIdOf(activity), chosen, onClick: lookAtClicked })

  return {
    viewer,
    permissions,
    feed,
    placed,
    order,
    desk,
    activity,
    alive,
    wide,
    text,
    passages,
    version,
    look,
    chooseIn,
    open(contribution) {
      const draft =
        contribution.state.type === 'refused' ? desk.revise(contribution, contribution.words) : contribution
      if (document.activeElement instanceof HTMLElement) returnTo.current ??= document.activeElement
      setActivity({ type: 'writing', draft: draft.commandId })
    },
    close() {
      const draft = desk.contributions.find(({ commandId }) => commandId === openDraftOf(activity))
      if (draft?.state.type === 'draft' && !saysSomething(draft.words)) desk.discard(draft)
      setActivity(reading)
      if (returnTo.current?.isConnected) returnTo.current.focus({ preventScroll: true })
      returnTo.current = null
    },
    showPassage(id) {
      const place = placed.find(({ annotation }) => annotation.id === id)?.place
      look([id], 'list')
      if (text && place?.type === 'attached') showPassageOf(text, place.range)
    },
  }
}

type Known = { text: AnnotatedText | null; passages: Passages | null; desk: Desk; version: number }

/** The passage somebody is choosing or writing about, in the text as it is now. */
function chosenIn(activity: Activity, { text, passages, desk }: Known): TextRange | null {
  if (text === null || passages === null) return null
  if (activity.type === 'choosing') {
    const line = linesOf(text).find(({ block }) => block.id === activity.blockId)
    return line ? chosenRange({ text: line.words, start: line.block.start }, activity.choice) : null
  }
  if (activity.type !== 'writing') return null
  const words = desk.contributions.find(({ commandId }) => commandId === activity.draft)?.words
  if (words?.type !== 'annotation' || words.passage === null) return null
  const renewed = passages.renew(words.passage)
  return renewed.type === 'lost' ? null : renewed.claim.range
}
