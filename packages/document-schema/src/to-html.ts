/**
 * Yjs to an HTML string, without a DOM and without the editor: what the server sends to readers, stores in releases
 * and hands to exports. Safe to put into a page as it is: texts are escaped, attributes come from the table only.
 */
import type * as Y from 'yjs'
import type { RenderedElement, RenderedNode } from './rendered-tree.js'
import { childBlocks, renderBlock } from './rendered-tree.js'
import { safeBlockId } from './safe-attributes.js'

const voidTags = new Set(['br', 'hr', 'img'])

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '\u00a0': '&nbsp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const escapeCharacter = (character: string): string => escapes[character] ?? character

/** As browsers write `innerHTML` (HTML standard, "escaping a string"), so that the two can be compared. */
const escapeText = (text: string): string => text.replace(/[&\u00a0<>]/g, escapeCharacter)
const escapeAttribute = (value: string): string => value.replace(/[&\u00a0<>"]/g, escapeCharacter)

function nodeHtml(node: RenderedNode): string {
  return typeof node === 'string' ? escapeText(node) : renderedHtml(node)
}

/** One element with all it holds. */
export function renderedHtml({ tag, attributes, children }: RenderedElement): string {
  const start = tag + attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('')
  return voidTags.has(tag) ? `<${start}>` : `<${start}>${children.map(nodeHtml).join('')}</${tag}>`
}

export interface BlockHtml {
  /** The block's stable id; null when it has none. */
  readonly id: string | null
  readonly html: string
}

/** The top-level blocks one by one, in order. */
export function renderBlocksHtml(fragment: Y.XmlFragment): BlockHtml[] {
  return childBlocks(fragment).map(block => ({
    id: safeBlockId(block.getAttribute('id')),
    html: renderedHtml(renderBlock(block)),
  }))
}

/** The whole document. Equal documents give equal strings. */
export function renderHtml(fragment: Y.XmlFragment): string {
  return renderBlocksHtml(fragment)
    .map(block => block.html)
    .join('')
}
