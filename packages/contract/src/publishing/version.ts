import { z } from 'zod'

/** A day in the town's calendar, e.g. `2026-05-01`. */
export const Day = z.iso.date().brand('Day')
export type Day = z.infer<typeof Day>

/** Names a state of a text in addresses: `live`, the number of a release, or a day for the state that it ended with. */
export const VersionName = z
  .union([z.literal('live'), z.string().regex(/^[1-9]\d{0,4}$/), z.iso.date()])
  .brand('VersionName')
export type VersionName = z.infer<typeof VersionName>

/** SHA-256 in hexadecimal. */
export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('Hash')
export type Hash = z.infer<typeof Hash>
