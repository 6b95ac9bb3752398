import { z } from 'zod'
import { ProcessId, Slug } from '../kit/ids.js'
import { LocalizedText, Moment } from '../kit/wire-values.js'

/** What people may do while a phase runs. Reading is always open. */
export const PhaseAllows = z.object({ annotate: z.boolean(), reply: z.boolean() })
export type PhaseAllows = z.infer<typeof PhaseAllows>

/** A phase runs from `startsAt` up to, not including, `endsAt`. */
export const Phase = z.object({
  key: Slug,
  title: LocalizedText,
  description: LocalizedText,
  startsAt: Moment,
  endsAt: Moment,
  allows: PhaseAllows,
})
export type Phase = z.infer<typeof Phase>

export const Process = z.object({
  id: ProcessId,
  slug: Slug,
  title: LocalizedText,
  motto: LocalizedText,
  summary: LocalizedText,
  /** Paragraphs of the welcome. */
  welcome: z.array(LocalizedText),
  /** What happens with the results, in paragraphs. */
  results: z.array(LocalizedText),
  /** Says that demo data are an illustration; null in a real process. */
  notice: LocalizedText.nullable(),
  phases: z.array(Phase),
  /** Whether people take part without an account too. */
  admitsGuests: z.boolean().default(true),
  /** So many hours after a contribution nobody sees how many support it; 0 shows it at once. */
  supportHiddenHours: z.number().int().min(0).max(2_160).default(0),
})
export type Process = z.infer<typeof Process>
