import { z } from 'zod'
import { ImageId } from '../kit/ids.js'

/** Largest upload, in bytes. */
export const imageUploadLimit = 12 * 1024 * 1024

export const imageTypes = ['image/png', 'image/jpeg', 'image/webp'] as const

/** An image as stored: re-encoded, stripped of metadata, at most 1,600 pixels wide. Served from `src` for ever. */
export const StoredImage = z.object({
  id: ImageId,
  src: z.string().regex(/^\/media\/[0-9a-f]{24}\.webp$/),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})
export type StoredImage = z.infer<typeof StoredImage>
