import type { ResolvedPassage, TextRange } from '@randnotiz/anchoring'
import type { Quote } from '@randnotiz/contract/annotations/target'
import type { TextStateId } from '@randnotiz/contract/kit/ids'

/** A passage to look for; its own text is named, since many passages share one. */
export type SearchedPassage = {
  textStateId: TextStateId
  quote: Quote
  range: TextRange
  /** Where it was when the passages of this document were looked for last. */
  last: TextRange | null
}

/** The text to find passages in, their own texts, and the text of the last time. */
export type ResolveTexts = {
  text: string
  origins: ReadonlyMap<TextStateId, string>
  lastText: string | null
}

/** What the thread is asked. */
export type ResolveRequest = ResolveTexts & { passages: SearchedPassage[] }

/** How it is asked: texts are long and the same for many requests, so they are told when they are others. */
export type ResolveMessage = { texts: ResolveTexts | null; passages: SearchedPassage[] }

/** In the order of the passages; how long the thread has worked, in milliseconds. */
export type ResolveAnswer = { found: ResolvedPassage[]; ms: number }
