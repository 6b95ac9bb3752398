import { z } from 'zod'
import { Channel } from '../annotations/channel.js'
import { AnnotationKind } from '../annotations/kind.js'
import { DocumentSummary } from '../documents/document.js'
import { endpoint } from '../kit/endpoint.js'
import { BlockId, Slug } from '../kit/ids.js'
import { AnswerTotals } from './totals.js'

const count = z.number().int().nonnegative()

/** How long answers took, in days, from the day a contribution came to the last answer it needed; null before the first. */
export const AnswerTimes = z.object({
  answered: count,
  medianDays: z.number().nonnegative().nullable(),
  /** Nine of ten took no longer. */
  p90Days: z.number().nonnegative().nullable(),
})
export type AnswerTimes = z.infer<typeof AnswerTimes>

/** Contributions that everybody may read, broken down; every part sums up to `totals.contributions`. For staff: small numbers too. */
export const ProcessNumbers = z.object({
  totals: AnswerTotals,
  kinds: z.partialRecord(AnnotationKind, count),
  channels: z.partialRecord(Channel, count),
  /** Months of the town, e.g. `2026-05`, in their order, without gaps. */
  months: z.array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), count })),
  /** In the order of the texts and their headings; `blockId` null before the first heading and for the whole text. */
  chapters: z.array(
    z.object({
      document: DocumentSummary.pick({ id: true, slug: true, title: true }),
      blockId: BlockId.nullable(),
      heading: z.string().nullable(),
      count,
    }),
  ),
  times: AnswerTimes,
})
export type ProcessNumbers = z.infer<typeof ProcessNumbers>

/** For staff. */
export const getProcessNumbers = endpoint({
  name: 'getProcessNumbers',
  method: 'GET',
  path: '/api/processes/:slug/numbers',
  params: z.object({ slug: Slug }),
  response: ProcessNumbers,
})
