/**
 * How far below the top of the text passages stand on the screen. To ask the page for each of thousands of them after
 * every key would take longer than the key. So the page is asked for each line once, until the text changes its height,
 * and for the very words only of what is near the screen: a note far away may stand level with the first word of its
 * paragraph until somebody comes near.
 */
import type { FlatIndex } from '@randnotiz/document-schema/flat-text'
import { type AnnotatedText, lineAt, linesOf, type TextLine } from '../painting/annotated-text.js'
import { carryOffsets } from '../painting/carry-offsets.js'

export class PassageTops {
  readonly #text: AnnotatedText
  readonly #lineTops = new Map<HTMLElement, number>()
  #lines: readonly TextLine[] = []

  constructor(text: AnnotatedText) {
    this.#text = text
  }

  /** The text has changed its height: everything may stand elsewhere. */
  forget(): void {
    this.#lineTops.clear()
  }

  /** For offsets of the flat text, which may be an earlier one, in the order asked. */
  of(offsets: readonly number[], from: FlatIndex | null = null): number[] {
    const textTop = this.#text.root.getBoundingClientRect().top
    const lines = this.#currentLines()
    const { blocks } = this.#text.flatIndex()
    return carryOffsets(offsets, { from, to: this.#text.flatIndex() }).map(offset => {
      const line = lines[lineAt(blocks, offset)]
      if (line === undefined) return 0
      const lineTop = this.#lineTop(line.element, textTop)
      return isNearScreen(lineTop + textTop) ? (this.#wordTop(offset, textTop) ?? lineTop) : lineTop
    })
  }

  /** Lines that come, go or change places move others, also where the text stays as high as it was. */
  #currentLines(): readonly TextLine[] {
    const lines = linesOf(this.#text)
    const same =
      lines.length === this.#lines.length &&
      lines.every(({ element }, number) => element === this.#lines[number]?.element)
    if (!same) this.forget()
    this.#lines = lines
    return lines
  }

  #lineTop(element: HTMLElement, textTop: number): number {
    const known = this.#lineTops.get(element)
    if (known !== undefined) return known
    const top = element.getBoundingClientRect().top - textTop
    this.#lineTops.set(element, top)
    return top
  }

  /** Null where the page does not show the words exactly. */
  #wordTop(offset: number, textTop: number): number | null {
    const range = this.#text.domRangesOf({ start: offset, end: offset + 1 })?.[0]
    return range ? range.getBoundingClientRect().top - textTop : null
  }
}

/** Within two screens; whoever scrolls has notes placed anew every half screen. */
function isNearScreen(top: number): boolean {
  return top > -2 * window.innerHeight && top < 3 * window.innerHeight
}
