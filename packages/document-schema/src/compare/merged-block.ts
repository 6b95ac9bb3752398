import type { ContentMark, ContentNode } from '../content/content-node.js'

export type Change = 'same' | 'added' | 'removed'

/** A stretch of a line with one set of marks, or a hard break. */
export interface MergedPiece {
  readonly change: Change
  /** Null for a hard break. */
  readonly text: string | null
  readonly marks: readonly ContentMark[]
}

/**
 * A block of two texts in one: as it was, as it is, or both. What it holds says in its turn what went and came; without
 * what is `added` it is the block before, without what is `removed` the block after.
 */
export interface MergedBlock {
  readonly change: Change
  /** Stands elsewhere than before. A block that is `removed` and moved is found again at another place. */
  readonly moved: boolean
  /** The node as it was and as it is, for its kind and attributes; null where it was or is not there. */
  readonly before: ContentNode | null
  readonly after: ContentNode | null
  readonly content: MergedContent
}

export type MergedContent =
  | { readonly kind: 'blocks'; readonly blocks: readonly MergedBlock[] }
  | { readonly kind: 'line'; readonly pieces: readonly MergedPiece[] }
  | { readonly kind: 'nothing' }

/** Whether anything in it went, came, moved, or became of another kind. */
export function isChanged(block: MergedBlock): boolean {
  if (block.change !== 'same' || block.moved || isRetyped(block)) return true
  switch (block.content.kind) {
    case 'blocks':
      return block.content.blocks.some(isChanged)
    case 'line':
      return block.content.pieces.some(piece => piece.change !== 'same')
    case 'nothing':
      return false
  }
}

/** A heading that was a paragraph, a list that was numbered, a cell that was narrower. */
export function isRetyped({ before, after }: MergedBlock): boolean {
  if (before === null || after === null) return false
  return before.type !== after.type || shown(before) !== shown(after)
}

function shown({ attrs = {} }: ContentNode): string {
  const { id: _, ...others } = attrs
  return JSON.stringify(others)
}
