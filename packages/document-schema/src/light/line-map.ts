/**
 * Between offsets in the flat text and places in the page, for one moment of both: the n-th line of the flat text is
 * the n-th `p` or heading of the page. Answers null where the page does not show the document's own words (a browser
 * that translates pages rewrites them): offsets into other words would quote what nobody has written.
 */
import type { OffsetRange } from '../crdt-range.js'
import { type FlatBlock, type FlatIndex, lastStartingAt } from '../flat-text.js'
import { decorationAround, isElement } from './foreign-elements.js'
import { type DomPlace, flatTextOfNode, offsetInLine, placeBefore, placeBehind } from './line-places.js'

const lineTags = 'p, h1, h2, h3, h4'

interface Line {
  readonly element: Element
  readonly block: FlatBlock
}

export class LineMap {
  private readonly lines: readonly Line[]
  private readonly lineOf: ReadonlyMap<Element, Line>

  constructor(
    private readonly root: Element,
    private readonly index: FlatIndex,
  ) {
    const elements = Array.from(root.querySelectorAll(lineTags)).filter(
      element => decorationAround(element, root) === null,
    )
    this.lines = index.blocks.flatMap((block, number) => {
      const element = elements[number]
      return element === undefined ? [] : [{ element, block }]
    })
    this.lineOf = new Map(this.lines.map(line => [line.element, line]))
  }

  /** One DOM range for each line that the passage touches, clipped to it; null when the page differs. */
  domRangesOf({ start, end }: OffsetRange): Range[] | null {
    if (!(start >= 0 && start < end && end <= this.index.text.length)) return null
    const ranges: Range[] = []
    const { blocks } = this.index
    for (let number = lastStartingAt(blocks, start); (blocks[number]?.start ?? end) < end; number++) {
      const line = this.lines[number]
      if (line === undefined || !this.showsItsText(line)) return null
      const from = Math.max(start, line.block.start)
      const to = Math.min(end, line.block.end)
      if (from < to) ranges.push(rangeIn(line, { start: from, end: to }))
    }
    return ranges.length > 0 ? ranges : null
  }

  /** A selection as offsets, without line breaks at its edges; null outside the text or without a character. */
  offsetsOf(range: Range): OffsetRange | null {
    let start = this.offsetOf({ node: range.startContainer, offset: range.startOffset }, 'start')
    let end = this.offsetOf({ node: range.endContainer, offset: range.endOffset }, 'end')
    if (start === null || end === null) return null
    while (start < end && this.index.text[start] === '\n') start++
    while (start < end && this.index.text[end - 1] === '\n') end--
    return start < end ? { start, end } : null
  }

  private offsetOf(place: DomPlace, edge: 'start' | 'end'): number | null {
    const line = this.lineAround(place.node)
    if (line === null) return this.nearest(place, edge)
    return this.showsItsText(line) ? line.block.start + offsetInLine(line.element, place) : null
  }

  private lineAround(node: Node): Line | null {
    const element = (isElement(node) ? node : node.parentElement)?.closest(lineTags)
    if (!element || !this.root.contains(element)) return null
    const around = decorationAround(element, this.root)?.closest(lineTags)
    return this.lineOf.get(around ?? element) ?? null
  }

  /** A place between lines or outside the root: the next line's start, or the end of the one before. */
  private nearest({ node, offset }: DomPlace, edge: 'start' | 'end'): number | null {
    const place = this.root.ownerDocument.createRange()
    place.setStart(node, offset)
    let low = 0
    let high = this.lines.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const element = this.lines[middle]?.element
      if (element !== undefined && place.comparePoint(element, 0) < 0) low = middle + 1
      else high = middle
    }
    const line = this.lines[edge === 'start' ? low : low - 1]
    if (line === undefined || !this.showsItsText(line)) return null
    return edge === 'start' ? line.block.start : line.block.end
  }

  private showsItsText({ element, block }: Line): boolean {
    const text = this.index.text.slice(block.start, block.end)
    // `textContent` is much faster, and right for every line without breaks or elements of the page.
    return element.textContent === text || flatTextOfNode(element) === text
  }
}

function rangeIn({ element, block }: Line, { start, end }: OffsetRange): Range {
  const range = element.ownerDocument.createRange()
  const from = placeBefore(element, start - block.start)
  const to = placeBehind(element, end - block.start)
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}
