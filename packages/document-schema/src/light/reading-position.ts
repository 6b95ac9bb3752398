/**
 * Keeps what the reader looks at where it is while the text above changes. Before a change the lines on the screen
 * and their distance from its top are noted; after it the page is scrolled by as much as the first of them that is
 * still there has moved. A line that begins above the screen counts only when none begins on it; then a character at
 * the top of the screen is the measure, since text may have changed in the same line above it. When the reader is
 * already past the document, its end is the measure.
 *
 * Browsers with scroll anchoring of their own would move the page a second time, so it is switched off below `root`.
 */
import { isElement, isText, ownChildren } from './foreign-elements.js'

/** How far down the screen something is, or null when it is gone. */
type Measure = () => number | null

interface Screen {
  readonly top: number
  readonly bottom: number
}

const lines = 'p, h1, h2, h3, h4, img, hr'
const linesNoted = 20

export class ReadingPosition {
  constructor(
    private readonly root: HTMLElement,
    private readonly scroller: Element,
  ) {
    root.style.setProperty('overflow-anchor', 'none')
  }

  release(): void {
    this.root.style.removeProperty('overflow-anchor')
  }

  /** Runs a change of the DOM below the root. */
  keepDuring(change: () => void): void {
    const noted = this.note()
    change()
    for (const { measure, before } of noted) {
      const after = measure()
      if (after === null) continue
      const moved = after - before
      // `instant`: the page may have smooth scrolling, and this must not be seen.
      if (Math.abs(moved) >= 0.5) this.scroller.scrollBy({ top: moved, behavior: 'instant' })
      return
    }
  }

  private note(): { measure: Measure; before: number }[] {
    // Not on the screen, a hidden tab panel for example: nothing to keep.
    if (this.root.getClientRects().length === 0) return []
    return this.measures(this.screen()).flatMap(measure => {
      const before = measure()
      return before === null ? [] : [{ measure, before }]
    })
  }

  private screen(): Screen {
    if (this.scroller === this.root.ownerDocument.scrollingElement) {
      return { top: 0, bottom: this.scroller.clientHeight }
    }
    const { top, bottom } = this.scroller.getBoundingClientRect()
    return { top, bottom }
  }

  private measures(screen: Screen): Measure[] {
    const { top, bottom } = this.root.getBoundingClientRect()
    if (top >= screen.bottom) return []
    if (bottom <= screen.top) return [() => this.root.getBoundingClientRect().bottom]
    const whole: Measure[] = []
    const cut: Measure[] = []
    for (const line of this.linesFrom(screen.top)) {
      const box = line.getBoundingClientRect()
      if (box.top >= screen.bottom || whole.length >= linesNoted) break
      if (box.bottom <= screen.top) continue
      if (box.top >= screen.top) whole.push(() => this.topOf(line))
      else cut.push(...this.characterAt(line, screen.top), () => this.topOf(line))
    }
    return [...whole, ...cut]
  }

  private topOf(line: Element): number | null {
    return this.root.contains(line) ? line.getBoundingClientRect().top : null
  }

  /** Lines from the first block on that reaches below `top`. Blocks follow each other down the page. */
  private *linesFrom(top: number): Generator<Element> {
    const blocks = ownChildren(this.root).filter(isElement)
    let low = 0
    let high = blocks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) <= top) low = middle + 1
      else high = middle
    }
    for (const block of blocks.slice(low)) {
      yield* block.matches(lines) ? [block] : block.querySelectorAll(lines)
    }
  }

  /** A character of the line at the top of the screen, as a live range that follows changes of its text. */
  private characterAt(line: Element, top: number): Measure[] {
    const box = line.getBoundingClientRect()
    const caret = caretAt(this.root.ownerDocument, { x: box.left + 1, y: Math.max(top, box.top) + 8 })
    if (caret === null || !line.contains(caret.node)) return []
    const range = this.root.ownerDocument.createRange()
    range.setStart(caret.node, caret.offset)
    range.setEnd(caret.node, Math.min(caret.offset + 1, caret.node.data.length))
    return [() => range.getClientRects()[0]?.top ?? null]
  }
}

interface Caret {
  readonly node: Text
  readonly offset: number
}

/** Older WebKit and Chromium have only `caretRangeFromPoint`; some surroundings have neither. */
function caretAt(document: Document, { x, y }: { x: number; y: number }): Caret | null {
  const finder: Partial<Pick<Document, 'caretPositionFromPoint' | 'caretRangeFromPoint'>> = document
  const position = finder.caretPositionFromPoint?.(x, y)
  const range = position ? null : finder.caretRangeFromPoint?.(x, y)
  const node = position?.offsetNode ?? range?.startContainer
  return node !== undefined && isText(node)
    ? { node, offset: position?.offset ?? range?.startOffset ?? 0 }
    : null
}
