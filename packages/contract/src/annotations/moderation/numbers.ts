import { z } from 'zod'

const count = z.number().int().nonnegative()

/** What moderation did in a year; for everybody to read. */
export const ModerationNumbers = z.object({
  year: z.number().int(),
  contributions: count,
  held: count,
  reports: count,
  reportsActedOn: count,
  reportsNotActedOn: count,
  reportsOpen: count,
  decisions: count,
  approved: count,
  hidden: count,
  restored: count,
  /** Hidden contributions by the rule they broke. */
  hiddenByRule: z.array(z.object({ rule: z.string(), count })),
  objections: count,
  objectionsUpheld: count,
  objectionsReversed: count,
  /** From a report to its decision, in hours; null without any. */
  medianHoursToDecision: z.number().nonnegative().nullable(),
})
export type ModerationNumbers = z.infer<typeof ModerationNumbers>
