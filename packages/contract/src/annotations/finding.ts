import { z } from 'zod'
import { DocumentSummary, OutlineEntry } from '../documents/document.js'
import { BlockId, Slug } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Annotation } from './annotation.js'
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
  /** Made or changed after this moment. */
  since: chosen(Moment),
  mine: chosen(z.literal('yes')),
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

export const FindingPage = z.object({
  /** All that match, not only those on this page. */
  total: z.number().int().nonnegative(),
  findings: z.array(Finding),
  next: FindingCursor.nullable(),
  /** How many would match with each kind chosen instead. */
  kinds: z.partialRecord(AnnotationKind, z.number().int().nonnegative()),
  /** Headings of the chosen document; empty without one. */
  chapters: z.array(OutlineEntry),
  /** The texts of the process, to choose from. */
  documents: z.array(Finding.shape.document),
})
export type FindingPage = z.infer<typeof FindingPage>
