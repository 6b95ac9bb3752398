import { z } from 'zod'

/**
 * A day in the town's calendar, e.g. `2026-05-01`; with a time, `2026-05-01-140533`, the state that was replaced then by
 * an earlier one or by a draft.
 */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(-([01]\d|2[0-3])([0-5]\d){2})?$/)
  .refine(day => z.iso.date().safeParse(day.slice(0, 10)).success)
  .brand('Day')
export type Day = z.infer<typeof Day>

/** Names a state of a text in addresses: `live`, the number of a release, or a day for the state that it ended with. */
export const VersionName = z
  .union([z.literal('live'), z.string().regex(/^[1-9]\d{0,4}$/), Day])
  .brand('VersionName')
export type VersionName = z.infer<typeof VersionName>

/** SHA-256 in hexadecimal. */
export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('Hash')
export type Hash = z.infer<typeof Hash>
