import { z } from 'zod'
import { PassagePreview } from '../annotations/passage-preview.js'
import { Hash, VersionName } from './version.js'

/** Longest draft, in UTF-16 units; some 300 pages. */
export const draftLimit = 1_000_000

/**
 * What a live text shall say: what it said in an earlier version, or a draft from elsewhere, as Markdown or as the JSON of
 * a ProseMirror document of our schema.
 */
export const NewText = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('version'), version: VersionName }),
  z.object({ kind: z.literal('markdown'), markdown: z.string().trim().min(1).max(draftLimit) }),
  z.object({ kind: z.literal('content'), content: z.unknown() }),
])
export type NewText = z.infer<typeof NewText>

/** What would become of a text and its annotations; nothing has been changed. */
export const RewritingPreview = z.object({
  /** Names the live text that was looked at. Whoever confirms hands it in again. */
  state: Hash,
  /** Blocks of the text that stay as they are, and of how many. */
  unchangedBlocks: z.number().int().nonnegative(),
  presentBlocks: z.number().int().nonnegative(),
  presentWords: z.number().int().nonnegative(),
  newWords: z.number().int().nonnegative(),
  /** Whether the live text says exactly this already. */
  same: z.boolean(),
  annotations: PassagePreview,
})
export type RewritingPreview = z.infer<typeof RewritingPreview>

export const PreviewRewriting = z.object({ newText: NewText })

/**
 * Carries out what was previewed. Done twice it does nothing the second time, since the text says what is wanted by then;
 * so it needs no id of its own.
 */
export const RewriteText = z.object({ newText: NewText, state: Hash })
export type RewriteText = z.infer<typeof RewriteText>
