import { z } from 'zod'
import { OutcomeId, StepId } from '../kit/ids.js'

/** `agreed` needs nothing more; a follow-up is `open` until it is `done`. */
export const OutcomeState = z.enum(['agreed', 'open', 'done'])
export type OutcomeState = z.infer<typeof OutcomeState>

/**
 * What a workshop has led to: something that was agreed, or a follow-up. `owner` is whoever looks after it, as everybody
 * may read it: a unit, an office, or a person who wants to be named; empty while nobody is. `dueOn` is a day, `2026-05-04`.
 */
export const WorkshopOutcome = z.object({
  id: OutcomeId,
  /** The step that it came of; null for the workshop as a whole. */
  stepId: StepId.nullable(),
  words: z.string().trim().min(1).max(1_000),
  owner: z.string().trim().max(120),
  dueOn: z.iso.date().nullable(),
  state: OutcomeState,
})
export type WorkshopOutcome = z.infer<typeof WorkshopOutcome>

export const mostOutcomes = 100
