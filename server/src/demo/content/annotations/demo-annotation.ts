import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'

/** `author` is a pseudonym of `people.ts`, of a guest too. `daysAgo` counts from the day on which the demo is loaded. */
export type DemoReply = { author: string; body: string; daysAgo: number }

type Remark = {
  /** Slug of the annotated text. */
  document: string
  /** The passage: words of one block as they read without Markdown, found there once in the whole text. */
  quote: string
  body: string
  /** Why and what instead, where the kind asks for them. */
  reason?: string
  instead?: string
  author: string
  daysAgo: number
  /** Oldest first. */
  replies?: DemoReply[]
}

/** Only a text proposal carries the wording that should stand in place of its quote. */
export type DemoAnnotation =
  | (Remark & { kind: Exclude<AnnotationKind, 'wording'> })
  | (Remark & { kind: 'wording'; replacement: string })
