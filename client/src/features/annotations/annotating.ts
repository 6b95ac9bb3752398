import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { DocumentPermissions } from '@randnotiz/contract/documents/endpoints'
import type { AnnotationId, BlockId } from '@randnotiz/contract/kit/ids'
import type { FlatIndex } from '@randnotiz/document-schema/flat-text'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { ToldValue } from '../../platform/told-value.js'
import type { Activity } from './activity.js'
import type { Attaching } from './attaching/use-attaching.js'
import type { Feed } from './feed/feed.js'
import type { Linking } from './linking/use-linking.js'
import type { MarginOrder, PlacedAnnotation } from './margin/margin-order.js'
import type { AnnotatedText } from './painting/annotated-text.js'
import type { Passages } from './passages.js'
import type { Contribution } from './writing/contribution.js'
import type { SentenceChoice } from './writing/sentence-choice.js'
import type { Desk } from './writing/use-desk.js'

/** What one can do with a note; the same functions at every rendering. */
export type NoteActions = {
  look(id: AnnotationId): void
  showPassage(id: AnnotationId): void
  reply(id: AnnotationId): void
  /** For staff: wait for the passage it belongs to. */
  attach(id: AnnotationId): void
  /** For staff: ask whether its passage is gone for good. */
  detach(id: AnnotationId): void
  /** For staff: the suggested place is the right one. */
  confirmPlace(id: AnnotationId): void
  /** Its address and its code, to hand on. */
  link(id: AnnotationId): void
}

/** Everything the parts of the margin share. */
export type Annotating = {
  viewer: Viewer
  permissions: DocumentPermissions
  /** Of the document's address. */
  slug: string
  feed: Feed
  /** How many there are in all while not all of them are here; null once they are. */
  expected: number | null
  placed: readonly PlacedAnnotation[]
  /** The text in which they have their offsets; null for the one that the server knows. */
  index: FlatIndex | null
  order: MarginOrder
  desk: Desk
  activity: Activity
  attaching: Attaching
  linking: Linking
  /** The page's scripts run: buttons do something. */
  alive: boolean
  /** Room for notes beside the text. */
  wide: boolean
  /** The live text and what can be asked about it; null until it is there. */
  text: AnnotatedText | null
  passages: Passages | null
  /** Grows when the text has changed. */
  version: number
  look(ids: readonly AnnotationId[], from: 'text' | 'list'): void
  /** Opens the sentence picker of a block. */
  chooseIn(blockId: BlockId, choice?: SentenceChoice): void
  /** Opens the form on a passage: of a new contribution, or of the draft that is open. */
  writeAbout(selected: TextRange): void
  /** Opens a draft, a refused contribution too. */
  open(contribution: Contribution): void
  /** Back to reading; the focus returns to where it came from. */
  close(): void
  noteActions: NoteActions
  /** Shows a passage in the text and gives the focus to its block. */
  showPassage(id: AnnotationId): void
}

export const AnnotatingContext = createContext<ToldValue<Annotating> | null>(null)

/** What the notes need of all that; it stays the same object while the text changes, since there may be thousands. */
export type NoteSurroundings = Pick<
  Annotating,
  'viewer' | 'permissions' | 'slug' | 'desk' | 'alive' | 'wide' | 'noteActions'
> & {
  activeId: AnnotationId | null
  /** The text is there, and can be led to. */
  isLive: boolean
}

export const NoteSurroundingsContext = createContext<NoteSurroundings | null>(null)

export function useNoteSurroundings(): NoteSurroundings {
  const surroundings = useContext(NoteSurroundingsContext)
  if (surroundings === null) throw new Error('a note outside of the margin')
  return surroundings
}

export function useAnnotatingContext(): Annotating {
  const shared = useContext(AnnotatingContext)
  if (shared === null) throw new Error('a part of the margin outside of it')
  return useSyncExternalStore(shared.subscribe, shared.read, shared.read)
}

/** Whether the viewer may write, or could after signing in; nobody can before the page has come to life. */
export function mayWrite({
  viewer,
  permissions,
  alive,
}: Pick<Annotating, 'viewer' | 'permissions' | 'alive'>): boolean {
  return alive && (permissions.annotate || viewer.kind === 'anonymous')
}

/** Whether the viewer may say where annotations belong. */
export function mayDecide({ permissions, alive }: Pick<Annotating, 'permissions' | 'alive'>): boolean {
  return alive && permissions.attach
}

export function mayReply({
  viewer,
  permissions,
  alive,
}: Pick<Annotating, 'viewer' | 'permissions' | 'alive'>): boolean {
  return alive && (permissions.reply || viewer.kind === 'anonymous')
}
