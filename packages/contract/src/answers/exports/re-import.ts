import { z } from 'zod'
import { AnnotationId, ProcessId } from '../../kit/ids.js'
import { refusalCodes } from '../../kit/refusals.js'
import { PointNumber } from '../piece.js'

/** Largest spreadsheet in bytes, packed and unpacked, and the most rows in it. */
export const reImportLimit = { bytes: 12 * 1024 * 1024, unpacked: 96 * 1024 * 1024, rows: 20_000 } as const

/**
 * A synopsis that a department has filled in. `check` says what would become of each row and writes nothing; `take`
 * writes the answers as drafts. Both may be sent again: what stands there already is not written twice.
 */
export const ReImport = z.object({
  run: z.enum(['check', 'take']),
  processId: ProcessId,
  /** The file, in base64. */
  file: z.base64().max(Math.ceil(reImportLimit.bytes / 3) * 4),
})
export type ReImport = z.infer<typeof ReImport>

/** Why a row is not taken. */
export const ReImportProblem = z.enum([
  'unknown-id',
  'other-process',
  'changed-meanwhile',
  'contribution-changed',
  'illegal-outcome',
  'missing-outcome',
  'missing-reason',
  'missing-recipient',
  'reason-too-long',
  'duplicate',
])
export type ReImportProblem = z.infer<typeof ReImportProblem>

const head = {
  /** In the sheet, from 1. */
  row: z.number().int().positive(),
  /** As people see it in the synopsis, e.g. `B2-017.1`. */
  number: z.string(),
}

export const ReImportRow = z.discriminatedUnion('result', [
  z.object({
    ...head,
    /** `new` in a check, `taken` when it has been written. */
    result: z.enum(['new', 'taken']),
    annotationId: AnnotationId,
    point: PointNumber,
  }),
  z.object({ ...head, result: z.literal('refused'), problem: ReImportProblem }),
  /** Refused by the desk, for a reason of its own. */
  z.object({ ...head, result: z.literal('not-now'), code: z.enum(refusalCodes) }),
])
export type ReImportRow = z.infer<typeof ReImportRow>

/** Rows that say what is there already are counted only. */
export const ReImportReport = z.object({
  run: ReImport.shape.run,
  unchanged: z.number().int().nonnegative(),
  rows: z.array(ReImportRow),
})
export type ReImportReport = z.infer<typeof ReImportReport>
