import { z } from 'zod'

/** A moment as ISO 8601 in UTC, e.g. `2026-05-01T09:30:00.000Z`. */
export const Moment = z.iso.datetime()
export type Moment = z.infer<typeof Moment>

/** Bytes on a JSON wire: standard base64, at most 64 KiB of text. */
export const Base64 = z.base64().max(65_536)
export type Base64 = z.infer<typeof Base64>

export const Language = z.enum(['de', 'en'])
export type Language = z.infer<typeof Language>

/** The same sentence in every language of the surface. */
export const LocalizedText = z.object({ de: z.string(), en: z.string() })
export type LocalizedText = z.infer<typeof LocalizedText>
