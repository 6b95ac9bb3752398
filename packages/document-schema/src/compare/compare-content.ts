import { blockIdOf, blocksIn, type Content, type ContentNode } from '../content/content-node.js'
import { wordsOf } from '../content/words.js'
import { mergeBlocks } from './merge-blocks.js'
import { isChanged, isRetyped, type MergedBlock } from './merged-block.js'
import { renderMerged } from './render-merged.js'

/**
 * `moved`: found again at another place, perhaps with other words; `moved-away` stands where it was. `changed`: other
 * words, another kind, or something in it.
 */
export type RowKind = 'same' | 'changed' | 'added' | 'removed' | 'moved' | 'moved-away'

/** A top-level block of two texts. */
export interface ComparedRow {
  readonly kind: RowKind
  /** Became another kind of block: a heading that was a paragraph. */
  readonly retyped: boolean
  /** Both texts in one, with `<ins>` and `<del>`; then as it was and as it is, null where it is not there. */
  readonly both: string
  readonly before: string | null
  readonly after: string | null
  /** Ids of the blocks in it, of both texts. */
  readonly blockIds: readonly string[]
  /** For a heading of the text after its words; null for everything else. */
  readonly heading: string | null
  readonly wordsAdded: number
  readonly wordsRemoved: number
}

/** Compares two texts, block by block and word by word. In the order of the text after, with what went where it stood. */
export function compareContent(before: Content, after: Content): ComparedRow[] {
  return mergeBlocks(before, after).map(rowOf)
}

function rowOf(block: MergedBlock): ComparedRow {
  return {
    kind: kindOf(block),
    retyped: isRetyped(block),
    both: renderMerged(block, 'both') ?? '',
    before: renderMerged(block, 'before'),
    after: renderMerged(block, 'after'),
    blockIds: [...new Set([...idsIn(block.before), ...idsIn(block.after)])],
    heading: headingOf(block.after),
    ...wordsIn(block),
  }
}

function kindOf(block: MergedBlock): RowKind {
  if (block.change === 'removed') return block.moved ? 'moved-away' : 'removed'
  if (block.change === 'added') return 'added'
  if (block.moved) return 'moved'
  return isChanged(block) ? 'changed' : 'same'
}

function idsIn(node: ContentNode | null): string[] {
  if (node === null) return []
  const id = blockIdOf(node)
  return [...(id === null ? [] : [id]), ...blocksIn(node).flatMap(idsIn)]
}

function headingOf(node: ContentNode | null): string | null {
  if (node?.type !== 'heading') return null
  return (node.content ?? []).map(piece => ('text' in piece ? piece.text : ' ')).join('')
}

type Words = { wordsAdded: number; wordsRemoved: number }

/** What only moved is neither new nor gone. */
function wordsIn(block: MergedBlock): Words {
  if (block.change === 'removed' && block.moved) return { wordsAdded: 0, wordsRemoved: 0 }
  switch (block.content.kind) {
    case 'blocks':
      return block.content.blocks.map(wordsIn).reduce(sum, { wordsAdded: 0, wordsRemoved: 0 })
    case 'line': {
      const { pieces } = block.content
      const count = (change: string) =>
        wordsOf(pieces.flatMap(piece => (piece.change === change ? (piece.text ?? []) : [])).join(' ')).length
      return { wordsAdded: count('added'), wordsRemoved: count('removed') }
    }
    case 'nothing':
      return { wordsAdded: 0, wordsRemoved: 0 }
  }
}

const sum = (one: Words, other: Words): Words => ({
  wordsAdded: one.wordsAdded + other.wordsAdded,
  wordsRemoved: one.wordsRemoved + other.wordsRemoved,
})
