import { z } from 'zod'
import { JobId } from '../../kit/ids.js'
import { refusalCodes } from '../../kit/refusals.js'
import { Moment } from '../../kit/wire-values.js'
import { ExportOrder } from './order.js'

const count = z.number().int().nonnegative()

/** How far an export is. `total` is 0 while nobody knows. */
export const ExportState = z.discriminatedUnion('status', [
  z.object({ status: z.literal('waiting') }),
  z.object({ status: z.literal('running'), done: count, total: count }),
  z.object({
    status: z.literal('done'),
    file: z.object({ name: z.string(), bytes: count }),
    finishedAt: Moment,
    /** Until then whoever asked for it can fetch it. */
    expiresAt: Moment,
  }),
  z.object({ status: z.literal('expired'), finishedAt: Moment }),
  z.object({ status: z.literal('failed'), code: z.enum(refusalCodes).nullable(), finishedAt: Moment }),
  z.object({ status: z.literal('cancelled'), finishedAt: Moment }),
])
export type ExportState = z.infer<typeof ExportState>

/** A file that somebody has asked for. Only they see it. */
export const ExportJob = z.object({ id: JobId, order: ExportOrder, createdAt: Moment, state: ExportState })
export type ExportJob = z.infer<typeof ExportJob>

/** Where a file is fetched, by whoever asked for it. */
export const exportFileAddress = (id: JobId): string => `/api/exports/${id}/file`
