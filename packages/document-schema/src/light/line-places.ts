/**
 * Places in the DOM of one line and offsets in its flat text. Nothing is remembered: the text nodes are counted when
 * asked, so it does not matter how the page or the browser has split them. A `<br>` is one character ("\n"); elements
 * of the page inside the line are none.
 */
import { decorationAround, isDecoration, isElement, isText } from './foreign-elements.js'

export interface DomPlace {
  readonly node: Node
  readonly offset: number
}

const isBreak = (node: Node): boolean => isElement(node) && node.localName === 'br'

/** What the flat text has for this node. */
export function flatTextOfNode(node: Node): string {
  if (isText(node)) return node.data
  if (isBreak(node)) return '\n'
  if (isDecoration(node) || !isElement(node)) return ''
  return Array.from(node.childNodes, flatTextOfNode).join('')
}

/** Characters of the line before a place in it. */
export function offsetInLine(line: Element, { node, offset }: DomPlace): number {
  const decoration = decorationAround(node, line)
  if (decoration !== null) return lengthBefore(line, decoration)
  if (isText(node)) return lengthBefore(line, node) + offset
  const child = node.childNodes[offset]
  return child === undefined
    ? lengthBefore(line, node) + flatTextOfNode(node).length
    : lengthBefore(line, child)
}

function lengthBefore(line: Element, node: Node): number {
  let length = 0
  for (let at: Node | null = node; at !== null && at !== line; at = at.parentNode) {
    for (let sibling = at.previousSibling; sibling !== null; sibling = sibling.previousSibling) {
      length += flatTextOfNode(sibling).length
    }
  }
  return length
}

/** Texts and breaks of a line, in order. */
function* piecesOf(node: Node): Generator<Node> {
  if (isText(node) || isBreak(node)) yield node
  else if (!isDecoration(node)) {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) yield* piecesOf(child)
  }
}

/** The place before the character at `offset`; at the end of the line behind its last one. */
export function placeBefore(line: Element, offset: number): DomPlace {
  let before = 0
  for (const piece of piecesOf(line)) {
    const length = isText(piece) ? piece.data.length : 1
    if (offset < before + length)
      return isText(piece) ? { node: piece, offset: offset - before } : around(piece, 0)
    before += length
  }
  return offset > 0 ? placeBehind(line, offset) : { node: line, offset: 0 }
}

/** The place behind the character that ends at `offset`. */
export function placeBehind(line: Element, offset: number): DomPlace {
  let before = 0
  for (const piece of piecesOf(line)) {
    const length = isText(piece) ? piece.data.length : 1
    if (offset <= before + length && length > 0) {
      return isText(piece) ? { node: piece, offset: offset - before } : around(piece, offset - before)
    }
    before += length
  }
  return { node: line, offset: line.childNodes.length }
}

/** Before (0) or behind (1) a node that has no inside. */
function around(node: Node, side: number): DomPlace {
  let number = 0
  for (let sibling = node.previousSibling; sibling !== null; sibling = sibling.previousSibling) number++
  return { node: node.parentNode ?? node, offset: number + side }
}
