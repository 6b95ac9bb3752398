/**
 * Makes a text of ours of any HTML. Nothing of the page is copied: nodes of our schema are built from what it says, so
 * what has no node here cannot come in. Whatever is left out is told.
 */
import { safeHref } from '@randnotiz/document-schema/safe-attributes'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { DraftNode } from '../reading/file-jobs.js'
import { excerpt, type Losses } from '../reading/losses.js'
import { DraftLine, type DraftMark } from './draft-line.js'
import {
  active,
  blockElements,
  controls,
  isNoteLink,
  isNoteNumber,
  isWayBack,
  lostForms,
  marksOfElement,
  paragraphs,
  silent,
} from './element-kinds.js'
import { type Grid, type GridCell, tableGrid } from './table-grid.js'
import {
  attributeOf,
  childrenOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  numberOf,
  textOf,
} from './tree.js'

/** What becomes of a picture: its place in the draft, or null when it cannot be taken. */
export type TakeImage = (image: { src: string; alt: string }) => string | null

export type HtmlDraft = { title: string | null; content: DraftNode }

export type DraftParts = { losses: Losses; takeImage: TakeImage }

export function htmlToDraft(html: string, parts: DraftParts): HtmlDraft {
  const page = parse(html)
  return { title: titleOf(page), content: { type: 'doc', content: new BlockReader(parts).read(page) } }
}

function titleOf(page: DefaultTreeAdapterTypes.Document): string | null {
  const html = childrenOf(page).find(node => node.nodeName === 'html')
  const head = html && childrenOf(html).find(node => node.nodeName === 'head')
  const title = head && childrenOf(head).find(node => node.nodeName === 'title')
  return (title && excerpt(textOf(title))) || null
}

/** Deeper than this nobody writes by hand; lists and quotes beyond `deepestBlocks` become plain paragraphs. */
const deepestElements = 200
const deepestBlocks = 8

type Depth = { elements: number; blocks: number; inTable: boolean }
const surface: Depth = { elements: 0, blocks: 0, inTable: false }

class BlockReader {
  #blocks: DraftNode[] = []
  #line = new DraftLine()
  /** How deep the element stands that is being read. */
  #elements: number

  constructor(
    private readonly parts: DraftParts,
    private readonly depth: Depth = surface,
  ) {
    this.#elements = depth.elements
  }

  /** The blocks that stand in this node. */
  read(node: HtmlNode): DraftNode[] {
    for (const child of childrenOf(node)) this.#take(child, [])
    this.#endLine()
    return this.#blocks
  }

  #inner(node: HtmlNode, change: Partial<Depth> = {}): DraftNode[] {
    return new BlockReader(this.parts, { ...this.depth, elements: this.#elements + 1, ...change }).read(node)
  }

  #endLine(): void {
    const content = this.#line.take()
    if (content.length > 0) this.#blocks.push({ type: 'paragraph', content })
  }

  #take(node: HtmlNode, marks: readonly DraftMark[], elements = this.depth.elements) {
    if ('value' in node) return this.#line.addText(node.value, marks)
    if (!isElement(node)) return
    if (elements > deepestElements) {
      this.parts.losses.add('nesting', '')
      return this.#line.addText(textOf(node), marks)
    }
    this.#takeElement(node, { marks, elements: elements + 1 })
  }

  #takeElement(element: HtmlElement, inside: Inside) {
    const { nodeName } = element
    const { losses } = this.parts
    if (silent.has(nodeName)) return
    if (active.has(nodeName))
      return losses.add('active-content', [nodeName, attributeOf(element, 'src') ?? []].flat().join(': '))
    if (controls.has(nodeName)) return this.#takeControl(element, inside)
    this.#elements = inside.elements
    if (!this.#takeBlock(element)) this.#takeInline(element, inside)
  }

  /** False for what is no block of its own. */
  #takeBlock(element: HtmlElement): boolean {
    const { nodeName } = element
    const level = /^h([1-6])$/.exec(nodeName)?.[1]
    if (level === undefined && !blockElements.has(nodeName)) return false
    this.#endLine()
    if (level !== undefined) this.#takeHeading(element, Number(level))
    else if (nodeName === 'ol')
      this.#takeList(element, { type: 'orderedList', attrs: { start: startOf(element) } })
    else if (nodeName === 'ul' || nodeName === 'menu') this.#takeList(element, { type: 'bulletList' })
    else if (nodeName === 'blockquote') this.#takeQuote(element)
    else if (nodeName === 'table') this.#takeTable(element)
    else if (nodeName === 'img') this.#takeImage(element)
    else if (nodeName === 'pre') this.#takeLines(element)
    else this.#blocks.push({ type: 'horizontalRule' })
    return true
  }

  #takeInline(element: HtmlElement, { marks, elements }: Inside) {
    const { nodeName } = element
    if (nodeName === 'br') return this.#line.addBreak()
    const isParagraph = paragraphs.has(nodeName)
    if (isParagraph) this.#endLine()
    if (isWayBack(element)) return
    if (lostForms.has(nodeName) && !isNoteNumber(element))
      this.parts.losses.add('formatting', textOf(element))
    const mark = marksOfElement.get(nodeName) ?? (nodeName === 'a' ? this.#linkOf(element) : null)
    const within = mark ? [...marks.filter(({ type }) => type !== mark.type), mark] : marks
    for (const child of childrenOf(element)) this.#take(child, within, elements)
    if (isParagraph) this.#endLine()
  }

  #linkOf(element: HtmlElement): DraftMark | null {
    const address = attributeOf(element, 'href')
    if (address === null || isNoteLink(address)) return null
    const href = address.startsWith('#') ? null : safeHref(address)
    if (href !== null) return { type: 'link', attrs: { href } }
    this.parts.losses.add('link', `${textOf(element)} (${address})`)
    return null
  }

  #takeControl(element: HtmlElement, { marks }: Inside) {
    if (attributeOf(element, 'type') !== 'checkbox') return this.parts.losses.add('form', element.nodeName)
    this.#line.addText(attributeOf(element, 'checked') === null ? '☐ ' : '☑ ', marks)
  }

  #takeHeading(element: HtmlElement, level: number): void {
    const { losses } = this.parts
    const blocks = this.#inner(element)
    const words = blocks
      .filter(({ type }) => type === 'paragraph')
      .flatMap(({ content }, place) => {
        const gap: DraftNode[] = place > 0 ? [{ type: 'text', text: ' ' }] : []
        return [...gap, ...(content ?? [])]
      })
    if (words.length > 0) {
      if (level > 4) losses.add('heading-level', textOf(element))
      this.#blocks.push({ type: 'heading', attrs: { level: Math.min(4, level) }, content: words })
      losses.under = excerpt(textOf(element))
    }
    this.#blocks.push(...blocks.filter(({ type }) => type !== 'paragraph'))
  }

  #takeList(element: HtmlElement, list: DraftNode) {
    const blocks = this.depth.blocks + 1
    if (blocks > deepestBlocks) return this.#takeFlat(element)
    const items: DraftNode[] = []
    for (const child of childrenOf(element)) {
      if ('value' in child && child.value.trim() === '') continue
      const read = this.#inner(child.nodeName === 'li' ? child : around(child), { blocks })
      if (read.length === 0) continue
      const isListAlone = child.nodeName !== 'li' && read.every(({ type }) => /List$/.test(type))
      const last = items.at(-1)
      // Lists that stand in a list without an item of their own, as older programs write them.
      if (isListAlone && last) last.content?.push(...read)
      else items.push({ type: 'listItem', content: startingWithParagraph(read) })
    }
    if (items.length > 0) this.#blocks.push({ ...list, content: items })
  }

  #takeQuote(element: HtmlElement) {
    const blocks = this.depth.blocks + 1
    if (blocks > deepestBlocks) return this.#takeFlat(element)
    const content = this.#inner(element, { blocks })
    if (content.length > 0) this.#blocks.push({ type: 'blockquote', content })
  }

  #takeFlat(element: HtmlElement): void {
    this.parts.losses.add('nesting', textOf(element))
    for (const child of childrenOf(element)) this.#blocks.push(...this.#inner(around(child)))
  }

  #takeTable(element: HtmlElement) {
    const { losses } = this.parts
    if (this.depth.inTable) {
      losses.add('nested-table', textOf(element))
      return void this.#blocks.push(...this.#inner(element))
    }
    const parts = childrenOf(element)
    for (const caption of parts.filter(({ nodeName }) => nodeName === 'caption'))
      this.#blocks.push(...this.#inner(caption))
    const grid = this.#gridOf(element)
    if (grid === null) return
    if (grid.changed) losses.add('table-shape', textOf(element))
    this.#blocks.push({ type: 'table', content: grid.rows })
  }

  #gridOf(element: HtmlElement): Grid | null {
    const rows = rowsOf(element).map(row =>
      childrenOf(row).flatMap(cell =>
        isElement(cell) && /^t[dh]$/.test(cell.nodeName) ? [this.#cellOf(cell)] : [],
      ),
    )
    const filled = rows.filter(cells => cells.length > 0)
    return filled.length === 0 ? null : tableGrid(filled)
  }

  #cellOf(cell: HtmlElement): GridCell {
    const content = this.#inner(cell, { inTable: true })
    const align =
      /text-align:\s*(center|right)/i.exec(attributeOf(cell, 'style') ?? '')?.[1] ??
      attributeOf(cell, 'align')
    return {
      header: cell.nodeName === 'th',
      colspan: numberOf(cell, 'colspan', { from: 1, to: 100 }),
      rowspan: numberOf(cell, 'rowspan', { from: 1, to: 1_000 }),
      align: align === 'center' || align === 'right' ? align : null,
      content: content.length > 0 ? content : [{ type: 'paragraph' }],
    }
  }

  #takeImage(element: HtmlElement): void {
    const alt = excerpt(attributeOf(element, 'alt') ?? '')
    const src = this.parts.takeImage({ src: attributeOf(element, 'src') ?? '', alt })
    if (src !== null) this.#blocks.push({ type: 'image', attrs: { src, alt } })
  }

  /** Lines that stand as they were typed. */
  #takeLines(element: HtmlElement): void {
    const text = textOf(element)
    if (text.trim() === '') return
    this.parts.losses.add('formatting', text)
    for (const line of text.replace(/\n$/, '').split('\n')) {
      this.#line.addText(line, [])
      this.#line.addBreak()
    }
    this.#endLine()
  }
}

type Inside = { marks: readonly DraftMark[]; elements: number }

/** A node as the only child of one that says nothing itself. */
const around = (node: HtmlNode): HtmlNode =>
  ({ nodeName: '#document-fragment', childNodes: [node] }) as HtmlNode

/** The schema wants a paragraph first. */
const startingWithParagraph = (blocks: DraftNode[]): DraftNode[] =>
  blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks]

const startOf = (list: HtmlElement): number => numberOf(list, 'start', { from: 0, to: 1_000_000 })

function rowsOf(table: HtmlElement): HtmlNode[] {
  return childrenOf(table).flatMap(part => {
    if (part.nodeName === 'tr') return [part]
    return /^t(head|body|foot)$/.test(part.nodeName)
      ? childrenOf(part).filter(({ nodeName }) => nodeName === 'tr')
      : []
  })
}
