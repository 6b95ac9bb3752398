/**
 * A draft of CONSUL as people annotated it, from its HTML.
 *
 * Annotator names the two ends of a selection by an XPath from the element of the text (`/ul[1]/li[2]/p[1]`) and by the
 * characters from that element's beginning, counted over all its text nodes as they stand in the source; its own
 * highlights do not count as elements. `raw` is all characters in that sense. What quotes and the ladder speak of is the
 * flat text: one line for each block, white space as a browser shows it.
 */
import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { ConsulDraft, XPathRange } from '@randnotiz/domain/annotations/exchange/from-consul'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { childrenOf, type HtmlElement, type HtmlNode, isElement, isText } from './html-tree.js'

type Place = { element: HtmlElement | null; children: Place[]; rawStart: number; rawEnd: number }

const blockTags = new Set(
  'p div li ul ol tr td th table h1 h2 h3 h4 h5 h6 blockquote pre section article dl dt dd br hr'.split(' '),
)
const silentTags = new Set(['script', 'style', 'template', 'noscript'])
/** Deeper HTML has no place that anybody could have marked. */
const mostDepth = 200

export function readConsulDraft(html: string): ConsulDraft {
  const builder = new DraftBuilder()
  const root = builder.add(textElement(parse(html)))
  const { text, toFlat } = builder.finish()
  const locate = (range: XPathRange): TextRange | null => {
    const start = rawOffset(root, range.start, range.startOffset)
    const end = rawOffset(root, range.end, range.endOffset)
    return start === null || end === null ? null : trimmed(text, toFlat[start] ?? 0, toFlat[end] ?? 0)
  }
  const bare = withoutSpaces(text)
  return { text, locate, find: words => findOnce(text, bare, words) }
}

/** The element that people could annotate, in a saved page; else everything. */
function textElement(document: DefaultTreeAdapterTypes.Document): HtmlElement | null {
  const todo: HtmlNode[] = [...childrenOf(document)]
  let body: HtmlElement | null = null
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (!isElement(node)) continue
    if (hasClass(node, 'legislation-annotatable')) return node
    if (node.tagName === 'body') body = node
    todo.push(...node.childNodes)
  }
  return body
}

function hasClass({ attrs }: HtmlElement, name: string): boolean {
  return attrs.some(attr => attr.name === 'class' && attr.value.split(/\s+/).includes(name))
}

/** Collects the characters in order, in both ways of counting. */
class DraftBuilder {
  #text = ''
  #toFlat: number[] = []
  /** White space is written when a word follows on the same line. */
  #pending: '' | ' ' | '\n' = ''

  add(element: HtmlElement | null, depth = 0): Place {
    const place: Place = { element, children: [], rawStart: this.#toFlat.length, rawEnd: 0 }
    for (const child of element ? childrenOf(element) : []) this.#addNode(child, place, depth)
    place.rawEnd = this.#toFlat.length
    return place
  }

  finish(): { text: string; toFlat: number[] } {
    return { text: this.#text, toFlat: [...this.#toFlat, this.#text.length] }
  }

  #addNode(node: HtmlNode, parent: Place, depth: number): void {
    if (isText(node)) this.#addText(node.value)
    if (!isElement(node) || depth > mostDepth) return
    if (silentTags.has(node.tagName)) return void parent.children.push(this.add({ ...node, childNodes: [] }))
    // A highlight of Annotator itself: its words belong to the element around it.
    if (hasClass(node, 'annotator-hl')) {
      for (const child of childrenOf(node)) this.#addNode(child, parent, depth + 1)
      return
    }
    const isBlock = blockTags.has(node.tagName)
    if (isBlock) this.#pending = '\n'
    parent.children.push(this.add(node, depth + 1))
    if (isBlock) this.#pending = '\n'
  }

  #addText(value: string): void {
    for (let unit = 0; unit < value.length; unit++) {
      const character = value[unit] ?? ''
      if (/\s/.test(character)) {
        if (this.#pending === '') this.#pending = ' '
        this.#toFlat.push(this.#text.length)
        continue
      }
      if (this.#text !== '') this.#text += this.#pending
      this.#pending = ''
      this.#toFlat.push(this.#text.length)
      this.#text += character
    }
  }
}

const path = /^(\/[a-z][a-z0-9]{0,15}(\[\d{1,6}\])?){0,64}\/?$/i

/** Null for a path that is none, or leads nowhere, and for characters beyond the element. */
function rawOffset(root: Place, xpath: string, offset: number): number | null {
  if (!path.test(xpath)) return null
  let place = root
  for (const step of xpath.split('/').filter(part => part !== '')) {
    const [, tag = '', number = '1'] = /^([a-z0-9]+)(?:\[(\d+)\])?$/i.exec(step) ?? []
    const alike = place.children.filter(({ element }) => element?.tagName === tag.toLowerCase())
    const next = alike[Number(number) - 1]
    if (next === undefined) return null
    place = next
  }
  const raw = place.rawStart + offset
  return raw <= place.rawEnd ? raw : null
}

function trimmed(text: string, from: number, to: number): TextRange | null {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return start < end ? { start, end } : null
}

type Bare = { text: string; offsets: number[] }

function withoutSpaces(text: string): Bare {
  const offsets: number[] = []
  let bare = ''
  for (let unit = 0; unit < text.length; unit++) {
    if (/\s/.test(text[unit] ?? '')) continue
    bare += text[unit]
    offsets.push(unit)
  }
  return { text: bare, offsets }
}

function findOnce(text: string, bare: Bare, words: string): TextRange | null {
  const wanted = words.replace(/\s+/g, '')
  const start = wanted === '' ? -1 : bare.text.indexOf(wanted)
  if (start < 0 || bare.text.indexOf(wanted, start + 1) >= 0) return null
  return trimmed(text, bare.offsets[start] ?? 0, (bare.offsets[start + wanted.length - 1] ?? 0) + 1)
}
