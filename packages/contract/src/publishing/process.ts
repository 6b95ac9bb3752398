import { z } from 'zod'
import { ProcessId, Slug } from '../kit/ids.js'
import { LocalizedText, Moment } from '../kit/wire-values.js'

/**
 * What people may do while a phase runs: write contributions, propose wordings among them, reply, support. Reading is
 * always open.
 */
export const PhaseAllows = z.object({
  annotate: z.boolean(),
  propose: z.boolean().default(true),
  reply: z.boolean(),
  support: z.boolean().default(true),
})
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

/** Whom to ask about a process. */
export const ProcessContact = z.object({
  unit: LocalizedText,
  email: z.email().max(254),
  phone: z.string().trim().max(40),
})
export type ProcessContact = z.infer<typeof ProcessContact>

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
  /** For so many hours authors may change their words; null for as long as nobody has answered. */
  editHours: z.number().int().min(0).max(8_760).nullable().default(null),
  contact: ProcessContact.nullable().default(null),
})
export type Process = z.infer<typeof Process>
