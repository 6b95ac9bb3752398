import { z } from 'zod'
import { OutcomeKind } from './outcome.js'

const name = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** A unit of the city that answers, by a name that stays when it is renamed. */
export const UnitId = name.brand('UnitId')
export type UnitId = z.infer<typeof UnitId>

export const Unit = z.object({ id: UnitId, name: z.string().trim().min(1).max(120) })
export type Unit = z.infer<typeof Unit>

/** Longest text block: as long as a reason may be. */
const blockLimit = 5_000

/**
 * Words that reasons are often made of. `{{dokument}}`, `{{kapitel}}`, `{{name}}`, `{{zitat}}`, `{{datum}}` stand for what
 * differs, see `domain/answers/fill-text-block`.
 */
export const AnswerTextBlock = z.object({
  id: name,
  title: z.string().trim().min(1).max(120),
  text: z.string().trim().min(1).max(blockLimit),
  /** The outcome it is meant for; null for any. */
  outcome: OutcomeKind.nullable(),
})
export type AnswerTextBlock = z.infer<typeof AnswerTextBlock>

/** Those of one process. `revision` counts their changes, so that nobody overwrites a colleague unseen. */
export const AnswerSettings = z
  .object({
    revision: z.number().int().nonnegative(),
    units: z.array(Unit).max(100),
    textBlocks: z.array(AnswerTextBlock).max(200),
  })
  .refine(({ units }) => new Set(units.map(({ id }) => id)).size === units.length, {
    error: 'each unit has an id of its own',
    path: ['units'],
  })
export type AnswerSettings = z.infer<typeof AnswerSettings>
