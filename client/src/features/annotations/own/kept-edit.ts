import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { z } from 'zod'

/** What an author has changed so far in a contribution; kept on the device until it is sent or given up. */
export const EditedWords = z.object({
  kind: AnnotationKind,
  body: z.string(),
  reason: z.string(),
  instead: z.string(),
  replacement: z.string(),
})
export type EditedWords = z.infer<typeof EditedWords>

/** `edition` is the wording that was before the author's eyes. */
const Kept = z.object({ edition: z.number(), words: EditedWords })

const keyOf = (id: AnnotationId) => `randnotiz.edit.${id}`

/** Null when nothing is kept, or when it was for another wording. */
export function readKeptEdit(id: AnnotationId, edition: number): EditedWords | null {
  try {
    const kept = Kept.safeParse(JSON.parse(localStorage.getItem(keyOf(id)) ?? ''))
    return kept.success && kept.data.edition === edition ? kept.data.words : null
  } catch {
    return null
  }
}

export function keepEdit(id: AnnotationId, edition: number, words: EditedWords): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify({ edition, words }))
  } catch {
    // Full or forbidden: it lives as long as the form.
  }
}

export function forgetEdit(id: AnnotationId): void {
  try {
    localStorage.removeItem(keyOf(id))
  } catch {
    // Forbidden: nothing was kept.
  }
}
