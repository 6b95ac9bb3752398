/**
 * The flat text of a document: the one string that quotes, offsets, releases and the anchoring of annotations speak
 * of. Offsets are UTF-16 units, as in JavaScript strings.
 *
 * Each paragraph and each heading is one line, wherever it stands: on its own, in a list item, in a quote, in a table
 * cell (row by row). Lines are joined by "\n". An empty paragraph is an empty line. A hard break inside a line is
 * "\n" too. List numbers and bullets, table borders, images (also their alternative text) and horizontal rules are
 * not part of it. Equal documents give equal flat texts.
 *
 * The index remembers which Yjs text each stretch came from and maps both ways. It is a snapshot: after a change
 * of the document it must be built anew (a few milliseconds for 250,000 characters).
 */
import * as Y from 'yjs'
import { childBlocks, nestingLimit } from './rendered-tree.js'
import { type HeadingLevel, headingLevel, nodeRenderings } from './rendering-table.js'
import { safeBlockId } from './safe-attributes.js'
import { charactersOf } from './text-runs.js'

/** One line. `start` and `end` enclose its text without the joining "\n". */
export type FlatBlock = {
  /** Stable block id; null when the block has none. */
  readonly id: string | null
  readonly start: number
  readonly end: number
} & ({ readonly type: 'paragraph' } | { readonly type: 'heading'; readonly level: HeadingLevel })

/** Plain data, fit for a worker thread or for storing. */
export interface FlatText {
  readonly text: string
  readonly blocks: readonly FlatBlock[]
}

/** A stretch of the flat text that is one Yjs text. */
export interface FlatSegment {
  readonly type: Y.XmlText
  readonly start: number
  readonly end: number
}

export interface FlatIndex extends FlatText {
  /** In document order, without empty ones. */
  readonly segments: readonly FlatSegment[]
  /** The element of `blocks[n]` at `n`. */
  readonly elements: readonly Y.XmlElement[]
  /** Offset of each Yjs text that is part of the document, empty ones included. */
  readonly startOf: ReadonlyMap<Y.XmlText, number>
}

export interface TextPosition {
  readonly type: Y.XmlText
  /** Position in the Yjs text, in UTF-16 units. */
  readonly index: number
}

const lineBreak = '\n'

class IndexBuilder {
  readonly blocks: FlatBlock[] = []
  readonly elements: Y.XmlElement[] = []
  readonly segments: FlatSegment[] = []
  readonly startOf = new Map<Y.XmlText, number>()
  private readonly parts: string[] = []
  private length = 0

  addBlocks(parent: Y.XmlFragment, depth = 0): void {
    for (const block of childBlocks(parent)) {
      const content = nodeRenderings.get(block.nodeName)?.content
      if (content === 'text') this.addLine(block)
      else if (content === 'blocks' && depth < nestingLimit) this.addBlocks(block, depth + 1)
    }
  }

  index(): FlatIndex {
    const { blocks, elements, segments, startOf } = this
    return { text: this.parts.join(''), blocks, elements, segments, startOf }
  }

  private addLine(block: Y.XmlElement): void {
    if (this.blocks.length > 0) this.append(lineBreak)
    const start = this.length
    for (const child of block.toArray()) {
      if (child instanceof Y.XmlText) this.addText(child)
      else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') this.append(lineBreak)
    }
    this.elements.push(block)
    this.blocks.push(flatBlock(block, { start, end: this.length }))
  }

  private addText(type: Y.XmlText): void {
    const start = this.length
    this.append(charactersOf(type))
    this.startOf.set(type, start)
    if (this.length > start) this.segments.push({ type, start, end: this.length })
  }

  private append(text: string): void {
    this.parts.push(text)
    this.length += text.length
  }
}

function flatBlock(block: Y.XmlElement, range: { start: number; end: number }): FlatBlock {
  const place = { id: safeBlockId(block.getAttribute('id')), ...range }
  return block.nodeName === 'heading'
    ? { ...place, type: 'heading', level: headingLevel(block.getAttributes()) }
    : { ...place, type: 'paragraph' }
}

/** Flat text with the way back into the document. */
export function indexFlatText(fragment: Y.XmlFragment): FlatIndex {
  const builder = new IndexBuilder()
  builder.addBlocks(fragment)
  return builder.index()
}

/** Flat text as plain data. */
export function flatText(fragment: Y.XmlFragment): FlatText {
  const { text, blocks } = indexFlatText(fragment)
  return { text, blocks }
}

/** Offset of a place in a Yjs text; null when that text is not part of the document or not that long. */
export function offsetOf(index: FlatIndex, { type, index: at }: TextPosition): number | null {
  const start = index.startOf.get(type)
  return start === undefined || at < 0 || at > type.length ? null : start + at
}

/**
 * Where the character that starts at `offset` is stored; null for line breaks and beyond the end. The place behind a
 * range's last character is `index + 1` of `characterAt(range.end - 1)`.
 */
export function characterAt(index: FlatIndex, offset: number): TextPosition | null {
  const segment = index.segments[lastStartingAt(index.segments, offset)]
  return segment === undefined || offset >= segment.end
    ? null
    : { type: segment.type, index: offset - segment.start }
}

/** The number of the block whose line or trailing line break holds `offset`; null beyond the end. */
export function blockNumberAt({ blocks, text }: FlatText, offset: number): number | null {
  if (offset < 0 || offset > text.length || blocks.length === 0) return null
  return lastStartingAt(blocks, offset)
}

/** Number of the last of the sorted stretches that starts at or before `offset`; -1 when none does. */
export function lastStartingAt(stretches: readonly { readonly start: number }[], offset: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
