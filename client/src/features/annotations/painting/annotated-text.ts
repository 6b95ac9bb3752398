import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { FlatBlock, FlatIndex } from '@randnotiz/document-schema/flat-text'

/** What annotating needs of the text on the page. Offsets are valid until the text is patched. */
export type AnnotatedText = {
  readonly root: HTMLElement
  /** For a text that an editor draws: it allows nothing foreign inside `root`, and a click places the caret. */
  readonly drawnByEditor?: true
  flatIndex(): FlatIndex
  /** Yjs state vector of what the page shows, in base64. */
  stateVector(): string
  /** Number of the release that the page shows; absent for the live text. */
  readonly releaseNumber?: number
  /** One range for each line of a passage; null when the page does not show the document's own words. */
  domRangesOf(range: TextRange): Range[] | null
  /** A selection as offsets; null when it holds no words of the text. */
  offsetsOf(range: Range): TextRange | null
  onPatched(listener: () => void): () => void
}

/** A paragraph or heading of the page and its place in the flat text. */
export type TextLine = { element: HTMLElement; block: FlatBlock; words: string }

const knownLines = new WeakMap<FlatIndex, { root: HTMLElement; lines: TextLine[] }>()

/** The lines of the text as the page shows them, in order; looked up once for each state of the text. */
export function linesOf(text: AnnotatedText): TextLine[] {
  const index = text.flatIndex()
  const known = knownLines.get(index)
  if (known?.root === text.root) return known.lines
  const lines = readLines(text.root, index)
  knownLines.set(index, { root: text.root, lines })
  return lines
}

function readLines(root: HTMLElement, { blocks, text: words }: FlatIndex): TextLine[] {
  const elements = [...root.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4')].filter(
    element => element.closest('[data-decoration]') === null,
  )
  return blocks.flatMap((block, number) => {
    const element = elements[number]
    return element ? [{ element, block, words: words.slice(block.start, block.end) }] : []
  })
}

/** Number of the line that an offset stands in. */
export function lineAt(blocks: readonly FlatBlock[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
