import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { DocumentPermissions } from '@randnotiz/contract/documents/endpoints'
import { type AnnotationId, BlockId, type DocumentId, type IntakeItemId } from '@randnotiz/contract/kit/ids'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { useMemo } from 'react'
import { useInBrowser } from '../../platform/use-in-browser.js'
import { activeIdOf, openDraftOf } from './activity.js'
import { type Annotating, mayWrite } from './annotating.js'
import { useAttaching, useChosenPassage } from './attaching/use-attaching.js'
import type { DensityStore } from './density/density-store.js'
import { useDensity } from './density/use-density.js'
import type { Feed } from './feed/feed.js'
import { useArriving } from './feed/use-arriving.js'
import { useFeed } from './feed/use-feed.js'
import { useFeedAnnouncements } from './feed/use-feed-announcements.js'
import { useLinking } from './linking/use-linking.js'
import { orderForMargin } from './margin/margin-order.js'
import { blockTool, showNote, showPassageOf } from './margin/show-in-page.js'
import { type AnnotatedText, lineAt } from './painting/annotated-text.js'
import type { BlockTool } from './painting/block-tools.js'
import { useTextVersion } from './painting/use-text-version.js'
import { useActivity } from './use-activity.js'
import { useBlockTools } from './use-block-tools.js'
import { useNoteActions } from './use-note-actions.js'
import { usePainting } from './use-painting.js'
import { usePassages } from './use-passages.js'
import { usePlaced } from './use-placed.js'
import { useWide } from './use-wide.js'
import { chosenIn } from './writing/chosen-in.js'
import { type Contribution, saysSomething } from './writing/contribution.js'
import { choosableSentences, chosenRange, wholeBlock } from './writing/sentence-choice.js'
import { useDesk } from './writing/use-desk.js'
import { useDeskAnnouncements } from './writing/use-desk-announcements.js'
import { useWriteAbout } from './writing/use-write-about.js'

export type AnnotatingOf = {
  documentId: DocumentId
  /** Of the document's address. */
  slug: string
  viewer: Viewer
  permissions: DocumentPermissions
  /** The feed as the server rendered it. */
  known: Feed
  /** How many everybody may read; told while not all of them are here yet. */
  total?: number
  /** The live text; null until it is there. */
  text: AnnotatedText | null
  /** Nothing new is shown meanwhile. */
  paused: boolean
  /** Where the outline hears how many there are in each chapter. */
  density?: DensityStore
  /** What is typed in belongs to this letter, mail, card or person. */
  intake?: IntakeItemId | null
}

/** A visitor may have become a guest since the page was asked for. */
function permissionsOf(viewer: Viewer, asked: DocumentPermissions): DocumentPermissions {
  return viewer.kind === 'guest' ? { ...asked, ...asked.asGuest } : asked
}

/** Puts the parts of annotating together for one document. */
export function useAnnotating(parts: AnnotatingOf): Annotating {
  const { documentId, slug, viewer, known, text, paused } = parts
  const permissions = useMemo(() => permissionsOf(viewer, parts.permissions), [viewer, parts.permissions])
  const feed = useFeed({ documentId, known, paused })
  const arriving = useArriving(feed)
  const passages = usePassages(text)
  const version = useTextVersion(text)
  const placement = usePlaced(feed, passages, version)
  const { placed, index } = placement
  useDensity({ text, placed, density: parts.density })
  const order = useMemo(() => orderForMargin(placed), [placed])
  const desk = useDesk({ documentId, viewer, feed, intake: parts.intake ?? null })
  const wide = useWide()
  const alive = useInBrowser()
  const { activity, look, chooseIn, write, comeFrom, rest } = useActivity()
  useDeskAnnouncements(desk)
  useFeedAnnouncements(feed, personIdOf(viewer))

  function open(contribution: Contribution) {
    const isRefused = contribution.state.type === 'refused'
    const draft = isRefused ? desk.revise(contribution, contribution.words) : contribution
    comeFrom(document.activeElement)
    write(draft.commandId)
  }
  function backToNote(id: AnnotationId) {
    look([id], 'list')
    showNote(id, { focus: true })
  }
  const attaching = useAttaching({ feed, text, passages, onDecided: backToNote, onCancelled: backToNote })
  const linking = useLinking(slug)
  const isAttaching = attaching.waiting?.decision === 'attached'

  const openFormOn = useWriteAbout({ activity, desk, passages, open })
  function writeAbout(selected: TextRange) {
    if (isAttaching) {
      attaching.take(selected)
      return rest()
    }
    // A selection leaves the focus nowhere; afterwards it is at the block.
    const line = lineAt(text?.flatIndex().blocks ?? [], selected.start)
    if (text) comeFrom(blockTool(text, { line, action: 'comment' }))
    openFormOn(selected)
  }

  function close() {
    const draft = desk.contributions.find(({ commandId }) => commandId === openDraftOf(activity))
    if (draft?.state.type === 'draft' && !saysSomething(draft.words)) desk.discard(draft)
    rest()
  }

  /** Only staff are shown where a passage is supposed. */
  function suggestionOf(id: AnnotationId | null): TextRange | null {
    const annotation = id === null ? undefined : feed.annotations.get(id)
    return (permissions.attach && annotation && passages?.suggestion(annotation)) || null
  }

  function showPassage(id: AnnotationId) {
    const annotation = feed.annotations.get(id)
    // As it stands now: somebody may be writing.
    const place = annotation && passages?.place([annotation])[0]
    look([id], 'list')
    const range = place?.type === 'attached' ? place.range : suggestionOf(id)
    if (text && range) showPassageOf(text, range)
  }

  function comment({ line: { words, block } }: BlockTool) {
    const line = { text: words, start: block.start }
    const blockId = BlockId.safeParse(block.id)
    const whole = chosenRange(line, wholeBlock)
    if (choosableSentences(line).length > 0 && blockId.success) chooseIn(blockId.data)
    else if (whole !== null) writeAbout(whole)
  }

  function use(tool: BlockTool, ids: AnnotationId[]) {
    if (tool.action === 'link') return linking.showBlock(tool.line.block.id)
    comeFrom(tool.button)
    if (tool.action === 'comment') return comment(tool)
    look(ids, 'text')
    if (wide && ids[0]) showNote(ids[0], { focus: true })
  }

  function lookAtClicked(ids: AnnotationId[]) {
    // A sheet over the text would close the keyboard of somebody who writes.
    if (text?.drawnByEditor && !wide) return
    // Clicking again turns to the next of several that lie there.
    const turned = ids[0] === activeIdOf(activity) ? [...ids.slice(1), ...ids.slice(0, 1)] : ids
    look(turned, 'text')
    if (wide && turned[0]) showNote(turned[0], { focus: false })
  }

  const noteActions = useNoteActions({
    // On small screens a touch of the list means nothing; a sheet would only cover it.
    look: id => wide && look([id], 'list'),
    showPassage,
    attach: attaching.begin,
    detach: attaching.beginDetaching,
    confirmPlace: id => attaching.confirm(id, suggestionOf(id)),
    link: linking.showAnnotation,
    reply: annotationId => desk.start({ type: 'reply', annotationId, body: '' }),
  })

  const { contributions } = desk
  const chosen = useMemo(
    () => chosenIn(activity, { text, passages, contributions, version }),
    [activity, contributions, passages, text, version],
  )
  const attachedTo = useChosenPassage(attaching, { passages, version })
  const activeId = activeIdOf(activity)
  usePainting({
    text,
    feed,
    passages,
    placement,
    activeId,
    chosen: attachedTo ?? chosen ?? suggestionOf(activeId),
    onClick: lookAtClicked,
  })
  useBlockTools({
    text,
    order,
    purpose: isAttaching ? 'attach' : 'comment',
    mayComment: isAttaching || mayWrite({ viewer, permissions, alive }),
    sheetOf: linking.sheetOf,
    onUse: use,
  })

  const shared = {
    viewer,
    permissions,
    slug,
    feed,
    expected: arriving ? Math.max(parts.total ?? 0, placed.length) : null,
    placed,
    index,
    order,
    desk,
    activity,
    attaching,
    linking,
    alive,
    wide,
    text,
    passages,
    version,
  }
  return { ...shared, look, chooseIn, writeAbout, open, close, showPassage, noteActions }
}
