import { z } from 'zod'
import { BlockId, DocumentId, ProcessId, ReleaseId, Slug } from '../kit/ids.js'
import { Base64, LocalizedText, Moment } from '../kit/wire-values.js'

export const DocumentKind = z.enum(['buildingBlock', 'measure'])
export type DocumentKind = z.infer<typeof DocumentKind>

export const MeasureStatus = z.enum(['planned', 'running', 'done'])
export type MeasureStatus = z.infer<typeof MeasureStatus>

/** How far a contribution can still change the text ("Gestaltungsspielraum"). */
export const Leeway = z.enum(['informed', 'consulted', 'codecided'])
export type Leeway = z.infer<typeof Leeway>

/** What a measure carries beside its text. */
export const MeasureFacts = z.object({
  responsibleUnit: LocalizedText,
  contact: z.string(),
  partners: z.array(LocalizedText),
  place: LocalizedText,
  duration: LocalizedText,
  cost: LocalizedText,
  funding: LocalizedText,
  status: MeasureStatus,
  /** Themes of the sustainability strategy, in both languages. */
  themes: z.array(LocalizedText),
})
export type MeasureFacts = z.infer<typeof MeasureFacts>

/** A document as cards and page heads show it. Measures have facts, building blocks none. */
export const DocumentSummary = z.object({
  id: DocumentId,
  processId: ProcessId,
  slug: Slug,
  kind: DocumentKind,
  /** Position within its kind, from 1. */
  number: z.number().int().positive(),
  title: LocalizedText,
  teaser: LocalizedText,
  leeway: Leeway,
  /** What exactly is open and what is not; null for the usual sentence. */
  leewayText: LocalizedText.nullable().default(null),
  facts: MeasureFacts.nullable(),
})
export type DocumentSummary = z.infer<typeof DocumentSummary>

export const OutlineEntry = z.object({
  blockId: BlockId,
  level: z.number().int().min(1).max(4),
  text: z.string(),
})
export type OutlineEntry = z.infer<typeof OutlineEntry>

/** The live text as a reader gets it: HTML of the whole document, and the state it shows. */
export const ReaderText = z.object({
  html: z.string(),
  outline: z.array(OutlineEntry),
  /** Yjs state vector of the text shown. */
  stateVector: Base64,
  words: z.number().int().nonnegative(),
  editedAt: Moment,
})
export type ReaderText = z.infer<typeof ReaderText>

/** What citizens see of a document: the live text, or its last release. Before the first release always the live text. */
export const ShownText = z.enum(['live', 'release'])
export type ShownText = z.infer<typeof ShownText>

/**
 * Which text a reader has before them. A release never changes; its Yjs state is at `/fassungen/<id>.yjs`. `publicRelease`
 * is the number of the release that citizens see instead, for staff who see the live text.
 */
export const TextSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('live'), publicRelease: z.number().int().positive().nullable() }),
  z.object({
    kind: z.literal('release'),
    id: ReleaseId,
    number: z.number().int().positive(),
    title: z.string(),
    publishedAt: Moment,
  }),
])
export type TextSource = z.infer<typeof TextSource>
