import type { FlatIndex } from '@randnotiz/document-schema/flat-text'
import { lineAt } from './annotated-text.js'

/**
 * Offsets of an earlier text in a later one, by their blocks: what is typed in one paragraph must not move notes from
 * the beginning of the next into it. Within a block that was written in they are a few characters off until the text
 * has come to rest.
 */
export function carryOffsets(
  offsets: readonly number[],
  { from, to }: { from: FlatIndex | null; to: FlatIndex },
): readonly number[] {
  if (from === null || from === to) return offsets
  const blocks = new Map(to.blocks.map(block => [block.id, block]))
  return offsets.map(offset => {
    const before = from.blocks[lineAt(from.blocks, offset)]
    const after = before?.id ? blocks.get(before.id) : undefined
    return before && after ? Math.min(after.start + offset - before.start, after.end) : offset
  })
}
