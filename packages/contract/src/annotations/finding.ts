import { z } from 'zod'
import { OutcomeKind } from '../answers/outcome.js'
import { DocumentSummary, OutlineEntry } from '../documents/document.js'
import { BlockId, Slug, WorkshopId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Annotation } from './annotation.js'
import { Channel } from './channel.js'
import { AnnotationKind } from './kind.js'

/** What became of the place of an annotation, as lists are filtered by it. */
export const PlaceFilter = z.enum(['attached', 'changed', 'suggested', 'orphaned', 'whole'])
export type PlaceFilter = z.infer<typeof PlaceFilter>

/** `passage` is the order of the texts, `unanswered` puts first what the office has not replied to, oldest first. */
export const FindingOrder = z.enum(['passage', 'newest', 'supported', 'unanswered'])
export type FindingOrder = z.infer<typeof FindingOrder>

/** Where a list goes on; opaque to clients. */
export const FindingCursor = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/)

/** Longest search, in UTF-16 units. */
export const searchLimit = 200

export const findingPageSize = 25

/** An empty value, as a form without JavaScript sends it, is one that was not chosen. */
const chosen = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess(value => (value === '' ? undefined : value), shape.optional())

/** What somebody looks for among the contributions of a process; everything may be left out. */
export const FindingQuery = z.object({
  /** Words in the contribution, its quote, its replies or its author's name, in German or English. */
  q: chosen(z.string().trim().max(searchLimit)),
  document: chosen(Slug),
  /** A heading of that document; with everything up to the next heading of its level. */
  chapter: chosen(BlockId),
  kind: chosen(AnnotationKind),
  place: chosen(PlaceFilter),
  /** Whether the city has said something to it: an answer, or a reply of somebody of the staff. */
  answered: chosen(z.enum(['yes', 'no'])),
  /** What the city's answer says, to the whole or to a point of it. */
  outcome: chosen(OutcomeKind),
  channel: chosen(Channel),
  /** Said in this workshop. */
  workshop: chosen(WorkshopId),
  /** Made or changed after this moment. */
  since: chosen(Moment),
  mine: chosen(z.literal('yes')),
  /** Of others, and made or changed since the viewer has last marked everything as read; nothing for strangers. */
  unread: chosen(z.literal('yes')),
  order: chosen(FindingOrder),
  after: chosen(FindingCursor),
})
export type FindingQuery = z.infer<typeof FindingQuery>

export const Finding = z.object({
  annotation: Annotation,
  document: DocumentSummary.pick({ id: true, slug: true, kind: true, number: true, title: true }),
  /** Nearest heading before the passage; null for the whole text and before the first heading. */
  chapter: OutlineEntry.nullable(),
})
export type Finding = z.infer<typeof Finding>

const Count = z.number().int().nonnegative()

export const FindingPage = z.object({
  /** All that match, not only those on this page. */
  total: Count,
  findings: z.array(Finding),
  next: FindingCursor.nullable(),
  /** How many would match with each kind chosen instead. */
  kinds: z.partialRecord(AnnotationKind, Count),
  /** What there is to choose from among all that were searched, with how many each. */
  channels: z.partialRecord(Channel, Count).default({}),
  outcomes: z.partialRecord(OutcomeKind, Count).default({}),
  workshops: z.array(z.object({ id: WorkshopId, title: z.string(), count: Count })).default([]),
  /** When the list was made: what came later is not on it. */
  asOf: Moment,
  /** Headings of the chosen document; empty without one. */
  chapters: z.array(OutlineEntry),
  /** The texts of the process, to choose from. */
  documents: z.array(Finding.shape.document),
})
export type FindingPage = z.infer<typeof FindingPage>

/** Everything up to this moment has been read: that of the list somebody had before their eyes. Never goes back. */
export const ReadMark = z.object({ readUpTo: Moment })
export type ReadMark = z.infer<typeof ReadMark>

/** Null for somebody who has never marked anything. */
export const OwnReadMark = z.object({ readUpTo: Moment.nullable() })
export type OwnReadMark = z.infer<typeof OwnReadMark>
