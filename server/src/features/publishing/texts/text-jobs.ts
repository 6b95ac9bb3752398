import type { OutlineEntry } from '@randnotiz/contract/documents/document'
import type { Hash } from '@randnotiz/contract/publishing/version'
import type { ComparedRow } from '@randnotiz/document-schema/compare/compare-content'

/** A text as it is kept and shown: everything that is made of its content. */
export type ComposedText = {
  /** Canonical JSON of the content; see `document-schema/content/content-node`. */
  content: string
  /** Names the content: equal texts, ids included, have equal names. */
  state: Hash
  /** The flat text. */
  text: string
  html: string
  outline: OutlineEntry[]
  words: number
}

/** A text to make of a live one: one that was kept, or a draft that knows no ids. */
export type WantedText =
  | { kind: 'kept'; content: string }
  | { kind: 'markdown'; markdown: string }
  | { kind: 'content'; content: unknown }

/** What a live text would become, and the edit that makes it so. */
export type Rewriting = {
  state: Hash
  /** Of the text that comes of it. */
  newState: Hash
  /** Yjs update on top of the live text; empty of changes where the text says that already. */
  edit: Uint8Array
  unchangedBlocks: number
  presentBlocks: number
  presentWords: number
  newWords: number
}

/** A draft in the form that the schema gives it. */
export type DraftedText = { content: unknown; html: string; words: number }

export type TextJob =
  | { kind: 'compose'; update: Uint8Array }
  /** `seed` decides the ids of the blocks. */
  | { kind: 'markdown'; markdown: string; seed: string }
  | { kind: 'rewrite'; update: Uint8Array; wanted: WantedText }
  /** A draft as JSON of a ProseMirror document, to look at. */
  | { kind: 'draft'; content: unknown }
  /** The same, to become a new document; the seed is its own. */
  | { kind: 'begin'; content: unknown; seed: string }
  /** Two contents as canonical JSON. */
  | { kind: 'compare'; before: string; after: string }

export type TextAnswer =
  | { kind: 'composed'; text: ComposedText }
  | { kind: 'rewriting'; rewriting: Rewriting }
  | { kind: 'drafted'; draft: DraftedText }
  | { kind: 'begun'; update: Uint8Array }
  | { kind: 'compared'; rows: ComparedRow[] }
  | { kind: 'unreadable' }
