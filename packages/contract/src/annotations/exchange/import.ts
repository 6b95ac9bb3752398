import { z } from 'zod'
import { AnnotationId } from '../../kit/ids.js'
import { SourceSystem } from '../source.js'

/** Largest upload with all its files, in UTF-16 units, and the most contributions in it. */
export const importLimit = { characters: 16 * 1024 * 1024, rows: 5_000, files: 6 } as const

/** A file as the browser has read it. */
export const ImportFile = z.object({
  name: z.string().min(1).max(255),
  content: z.string().max(importLimit.characters),
})
export type ImportFile = z.infer<typeof ImportFile>

/**
 * Contributions made elsewhere, for one document. `check` says what would become of each and writes nothing; `take`
 * takes them over. Both may be sent again at will: what is there already is not taken twice.
 */
export const ImportAnnotations = z
  .object({
    run: z.enum(['check', 'take']),
    system: SourceSystem,
    files: z.array(ImportFile).min(1).max(importLimit.files),
  })
  .refine(
    ({ files }) => files.reduce((sum, { content }) => sum + content.length, 0) <= importLimit.characters,
    {
      error: 'all files together are too large',
      path: ['files'],
    },
  )
export type ImportAnnotations = z.infer<typeof ImportAnnotations>

/** Why a row is not taken over. */
export const ImportProblem = z.enum([
  'not-a-contribution',
  'no-text',
  'text-too-long',
  'no-place',
  'quote-too-long',
  'other-document',
  'reply-without-contribution',
  'hidden-there',
  'answer-of-the-office',
])
export type ImportProblem = z.infer<typeof ImportProblem>

/** Where a contribution stands, or would stand, in the present text; `whole` when it is about all of it. */
export const ImportPlace = z.discriminatedUnion('status', [
  z.object({
    status: z.enum(['exact', 'changed', 'suggested']),
    /** From 0 to 1. */
    confidence: z.number().min(0).max(1),
    /** The words at that place now. */
    words: z.string(),
  }),
  z.object({ status: z.literal('orphaned') }),
  z.object({ status: z.literal('whole') }),
])
export type ImportPlace = z.infer<typeof ImportPlace>

const rowHead = {
  /** Where it stands in the upload, from 1. */
  row: z.number().int().positive(),
  sourceId: z.string(),
}

export const ImportRow = z.discriminatedUnion('outcome', [
  z.object({
    ...rowHead,
    /** `new` in a check, `taken` when it has been taken over, `known` when it had been before. */
    outcome: z.enum(['new', 'taken', 'known']),
    author: z.string(),
    /** The quoted words, shortened; null for the whole text. */
    quote: z.string().nullable(),
    place: ImportPlace,
    replies: z.number().int().nonnegative(),
    /** The contribution here; null as long as it is only looked at. */
    annotationId: AnnotationId.nullable(),
  }),
  z.object({ ...rowHead, outcome: z.literal('refused'), problem: ImportProblem }),
])
export type ImportRow = z.infer<typeof ImportRow>

export const ImportReport = z.object({ run: ImportAnnotations.shape.run, rows: z.array(ImportRow) })
export type ImportReport = z.infer<typeof ImportReport>
