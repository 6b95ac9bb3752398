/**
 * Paints passages into the HTML of a text for pages without scripts: `<mark>` around the words, and behind each passage
 * a link to its note. Offsets are those of the flat text (`document-schema/flat-text`): a line for each paragraph and
 * heading, `\n` between lines and for `<br>`. When the HTML does not have that very text, nothing is painted.
 */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parseFragment, serialize } from 'parse5'
import { type HtmlElement, type HtmlText, isElement, isText } from '../html-tree.js'

/** `number` is what the note is called on the page. */
export type PaintedPassage = { start: number; end: number; number: number }

type Parent = DefaultTreeAdapterTypes.ParentNode
type Piece = { node: HtmlText; start: number }

const lineTags = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

export function paintPassages(source: string, text: string, passages: readonly PaintedPassage[]): string {
  const fragment = parseFragment(source)
  const reader = new FlatReader()
  reader.read(fragment)
  if (reader.text !== text) return serialize(fragment)
  const sorted = passages.toSorted((one, other) => one.start - other.start)
  for (const piece of reader.pieces) paintPiece(piece, sorted)
  return serialize(fragment)
}

/** Reads the flat text out of HTML, remembers where each piece of it stands, and lets links lead out of the frame. */
class FlatReader {
  text = ''
  readonly pieces: Piece[] = []
  #hasLine = false

  read(parent: Parent): void {
    for (const node of parent.childNodes) {
      if (isText(node)) this.#addText(node)
      if (!isElement(node)) continue
      if (lineTags.has(node.tagName)) this.#beginLine()
      if (node.tagName === 'br') this.text += '\n'
      if (node.tagName === 'a') leadOut(node)
      this.read(node)
    }
  }

  #beginLine(): void {
    if (this.#hasLine) this.text += '\n'
    this.#hasLine = true
  }

  #addText(node: HtmlText): void {
    this.pieces.push({ node, start: this.text.length })
    this.text += node.value
  }
}

function leadOut(link: HtmlElement): void {
  link.attrs.push({ name: 'target', value: '_blank' }, { name: 'rel', value: 'noopener' })
}

function paintPiece({ node, start }: Piece, passages: readonly PaintedPassage[]): void {
  const end = start + node.value.length
  const here = passages.filter(passage => passage.start < end && passage.end > start)
  const parent = node.parentNode
  if (here.length === 0 || parent === null) return
  const cuts = [...new Set(here.flatMap(passage => [passage.start, passage.end]))]
  const edges = [start, ...cuts.filter(cut => cut > start && cut < end), end].toSorted(
    (one, other) => one - other,
  )
  for (const [position, from] of edges.slice(0, -1).entries()) {
    const to = edges[position + 1] ?? end
    const words = defaultTreeAdapter.createTextNode(node.value.slice(from - start, to - start))
    const isMarked = here.some(passage => passage.start <= from && passage.end >= to)
    defaultTreeAdapter.insertBefore(parent, isMarked ? around(element('mark'), words) : words, node)
    for (const { number } of here.filter(passage => passage.end === to))
      defaultTreeAdapter.insertBefore(parent, reference(number), node)
  }
  defaultTreeAdapter.detachNode(node)
}

const element = (name: string, attributes: Record<string, string> = {}): HtmlElement =>
  defaultTreeAdapter.createElement(
    name,
    html.NS.HTML,
    Object.entries(attributes).map(([name, value]) => ({ name, value })),
  )

function around(outer: HtmlElement, inner: HtmlText | HtmlElement): HtmlElement {
  defaultTreeAdapter.appendChild(outer, inner)
  return outer
}

function reference(number: number): HtmlElement {
  const link = element('a', { class: 'reference', href: `#note-${number}`, id: `passage-${number}` })
  return around(link, defaultTreeAdapter.createTextNode(String(number)))
}
