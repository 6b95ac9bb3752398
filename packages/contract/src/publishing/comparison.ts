import { z } from 'zod'
import { AnnotationKind } from '../annotations/kind.js'
import { DocumentSummary } from '../documents/document.js'
import { AnnotationId, BlockId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { VersionName } from './version.js'

/** A contribution that changed blocks of a text at a moment: a proposal that was accepted, an outcome that says so. */
export const ChangeLink = z.object({
  annotationId: AnnotationId,
  kind: AnnotationKind,
  /** The words of the text it is about; null for one on the whole text. */
  quote: z.string().nullable(),
  blockIds: z.array(BlockId),
  at: Moment,
})
export type ChangeLink = z.infer<typeof ChangeLink>

/** One of the two texts that are compared. `at` is null for the live text. */
export const ComparedVersion = z.object({
  version: VersionName,
  /** Title of a release; null for others. */
  title: z.string().nullable(),
  at: Moment.nullable(),
})
export type ComparedVersion = z.infer<typeof ComparedVersion>

/** See `document-schema/compare`: HTML of our own table of tags, with `<ins>` and `<del>`. */
export const ComparedBlock = z.object({
  kind: z.enum(['same', 'changed', 'added', 'removed', 'moved', 'moved-away']),
  retyped: z.boolean(),
  both: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  blockIds: z.array(BlockId),
  heading: z.string().nullable(),
  wordsAdded: z.number().int().nonnegative(),
  wordsRemoved: z.number().int().nonnegative(),
  /** Contributions because of which it changed. */
  because: z.array(ChangeLink),
})
export type ComparedBlock = z.infer<typeof ComparedBlock>

/** A stretch of blocks that nothing happened to, left out. */
export const ComparedRow = z.discriminatedUnion('row', [
  z.object({ row: z.literal('block'), block: ComparedBlock }),
  z.object({ row: z.literal('gap'), blocks: z.number().int().positive() }),
])
export type ComparedRow = z.infer<typeof ComparedRow>

export const ComparisonFigures = z.object({
  changed: z.number().int().nonnegative(),
  added: z.number().int().nonnegative(),
  removed: z.number().int().nonnegative(),
  moved: z.number().int().nonnegative(),
  wordsAdded: z.number().int().nonnegative(),
  wordsRemoved: z.number().int().nonnegative(),
})
export type ComparisonFigures = z.infer<typeof ComparisonFigures>

export const ComparisonPage = z.object({
  document: DocumentSummary,
  from: ComparedVersion,
  to: ComparedVersion,
  /** Every version that the viewer may compare, newest first. */
  versions: z.array(ComparedVersion),
  rows: z.array(ComparedRow),
  figures: ComparisonFigures,
  /** All contributions between the two, also those whose blocks have changed once more since. */
  because: z.array(ChangeLink),
})
export type ComparisonPage = z.infer<typeof ComparisonPage>
