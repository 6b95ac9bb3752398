import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { AnnotationId, ReplyId } from '@randnotiz/contract/kit/ids'
import { z } from 'zod'

/** What an author has changed so far in a contribution. */
export const EditedWords = z.object({
  kind: AnnotationKind,
  body: z.string(),
  reason: z.string(),
  instead: z.string(),
  replacement: z.string(),
})
export type EditedWords = z.infer<typeof EditedWords>

/** The same in a reply. */
export const EditedReply = z.object({ body: z.string() })
export type EditedReply = z.infer<typeof EditedReply>

/** `edition` is the wording that was before the author's eyes when they began. */
export type Kept<Words> = { edition: number; words: Words }

/** What is kept on the device until it is sent or given up. */
export type KeptEdit<Words> = {
  /** Null when nothing is kept. */
  read(): Kept<Words> | null
  keep(kept: Kept<Words>): void
  forget(): void
}

export function keptEdit<Words>(id: AnnotationId | ReplyId, shape: z.ZodType<Words>): KeptEdit<Words> {
  const key = `randnotiz.edit.${id}`
  const Shape = z.object({ edition: z.number(), words: shape })
  return {
    read: () => {
      try {
        const kept = Shape.safeParse(JSON.parse(localStorage.getItem(key) ?? ''))
        return kept.success ? kept.data : null
      } catch {
        return null
      }
    },
    keep: kept => {
      try {
        localStorage.setItem(key, JSON.stringify(kept))
      } catch {
        // Full or forbidden: it lives as long as the form.
      }
    },
    forget: () => {
      try {
        localStorage.removeItem(key)
      } catch {
        // Forbidden: nothing was kept.
      }
    },
  }
}
