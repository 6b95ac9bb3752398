import { z } from 'zod'
import { BlockId, DocumentId, ProcessId, Slug } from '../kit/ids.js'
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
