import { z } from 'zod'
import { Moment } from '../kit/wire-values.js'
import { DocumentSummary } from './document.js'

/** Longest text in plain language, in UTF-16 units of its Markdown. */
export const plainTextLimit = 60_000

/** Largest video, in bytes; a few minutes of sign language. */
export const videoLimit = 80 * 1024 * 1024
export const videoTypes = ['video/mp4', 'video/webm'] as const

/** Longest captions, in UTF-16 units of their WebVTT. */
export const captionsLimit = 300_000

/** Which other ways to a text there are. */
export const OtherWays = z.object({ plain: z.boolean(), sign: z.boolean() })
export type OtherWays = z.infer<typeof OtherWays>

/** The text in plain language (Leichte Sprache): HTML that our own table of tags made. */
export const PlainText = z.object({ html: z.string(), editedAt: Moment })
export type PlainText = z.infer<typeof PlainText>

/** A file of our own, played on request; `src` stands for the same bytes for ever. */
export const SignVideo = z.object({
  src: z.string().regex(/^\/media\/video\/[0-9a-f]{24}\.(mp4|webm)$/),
  type: z.enum(videoTypes),
  bytes: z.number().int().positive(),
  /** Address of the captions; null without. */
  captions: z
    .string()
    .regex(/^\/media\/video\/[0-9a-f]{24}\.vtt\?[0-9a-f]{8}$/)
    .nullable(),
})
export type SignVideo = z.infer<typeof SignVideo>

/** An address elsewhere; nothing is loaded from there before somebody follows it. */
export const VideoLink = z
  .url({ protocol: /^https$/ })
  .max(500)
  .nullable()

/** The text in sign language: a video of ours, a link to one elsewhere, or both. */
export const SignLanguage = z.object({ video: SignVideo.nullable(), link: VideoLink })
export type SignLanguage = z.infer<typeof SignLanguage>

/** For staff: everything that can be changed about it. */
export const OtherWaysDesk = z.object({
  document: DocumentSummary,
  /** Markdown, German and English; empty for none. */
  plain: z.string(),
  plainEnglish: z.string(),
  sign: SignLanguage,
})
export type OtherWaysDesk = z.infer<typeof OtherWaysDesk>
