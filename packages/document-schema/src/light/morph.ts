/**
 * Makes an element look like a rendered tree with as few changes as possible. What is equal is not touched, so
 * selections, focus and everything else that hangs on nodes survive. Texts change by `replaceData` on the differing
 * part only: the browser then moves a selection in the same text along.
 *
 * Children are matched from both ends; what is left in the middle by id, then by kind in order. Nodes that stay are
 * not moved (a moved node loses its selection): the longest run already in order stays, the others go around it.
 */
import type { RenderedElement, RenderedNode } from '../rendered-tree.js'
import { isElement, isForeignAttribute, isText, ownChildren } from './foreign-elements.js'
import { longestRunInOrder } from './longest-run.js'

/** A new node for a tree. */
export function createNode(tree: RenderedNode, document: Document): Element | Text {
  return typeof tree === 'string' ? document.createTextNode(tree) : createElement(tree, document)
}

export function createElement(
  { tag, attributes, children }: RenderedElement,
  document: Document,
): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of attributes) element.setAttribute(name, value)
  element.append(...children.map(child => createNode(child, document)))
  return element
}

/** Whether a node already looks like the tree. */
export function looksLike(node: Node, tree: RenderedNode): boolean {
  if (typeof tree === 'string') return isText(node) && node.data === tree
  if (!isElement(node) || node.localName !== tree.tag || !hasAttributes(node, tree)) return false
  const children = ownChildren(node)
  return (
    children.length === tree.children.length &&
    tree.children.every((child, index) => {
      const own = children[index]
      return own !== undefined && looksLike(own, child)
    })
  )
}

function hasAttributes(element: Element, { attributes }: RenderedElement): boolean {
  const own = element.getAttributeNames().filter(name => !isForeignAttribute(name))
  return (
    own.length === attributes.length &&
    attributes.every(([name, value]) => element.getAttribute(name) === value)
  )
}

/** Changes an element of the tree's tag into what the tree says. */
export function morphElement(element: Element, tree: RenderedElement): void {
  morphAttributes(element, tree)
  const own = ownChildren(element)
  const trees = tree.children
  const { before, after } = equalEnds(own, trees)
  const left = own.slice(before, own.length - after)
  const wanted = trees.slice(before, trees.length - after).map(child => takeOrCreate(left, child, element))
  placeChildren(element, [...own.slice(0, before), ...wanted, ...own.slice(own.length - after)])
}

function morphAttributes(element: Element, { attributes }: RenderedElement): void {
  const wanted = new Map(attributes)
  for (const name of element.getAttributeNames()) {
    if (!wanted.has(name) && !isForeignAttribute(name)) element.removeAttribute(name)
  }
  for (const [name, value] of wanted) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value)
  }
}

function equalEnds(own: readonly Node[], trees: readonly RenderedNode[]): { before: number; after: number } {
  const limit = Math.min(own.length, trees.length)
  const equal = (node: Node | undefined, tree: RenderedNode | undefined) =>
    node !== undefined && tree !== undefined && looksLike(node, tree)
  let before = 0
  while (before < limit && equal(own[before], trees[before])) before++
  let after = 0
  while (after < limit - before && equal(own.at(-1 - after), trees.at(-1 - after))) after++
  return { before, after }
}

/** The node among `left` that the tree continues, changed to it and taken out of `left`; else a new one. */
function takeOrCreate(left: (Element | Text)[], tree: RenderedNode, parent: Element): Element | Text {
  const at = left.findIndex(node => continues(node, tree))
  const [node] = at < 0 ? [] : left.splice(at, 1)
  if (node === undefined) return createNode(tree, parent.ownerDocument)
  if (isText(node) && typeof tree === 'string') morphText(node, tree)
  if (isElement(node) && typeof tree !== 'string') morphElement(node, tree)
  return node
}

function continues(node: Element | Text, tree: RenderedNode): boolean {
  if (typeof tree === 'string') return isText(node)
  return isElement(node) && node.localName === tree.tag && node.id === idOf(tree)
}

export const idOf = ({ attributes }: RenderedElement): string =>
  attributes.find(([name]) => name === 'id')?.[1] ?? ''

function morphText(node: Text, text: string): void {
  const { data } = node
  const limit = Math.min(data.length, text.length)
  let start = 0
  while (start < limit && data[start] === text[start]) start++
  let end = 0
  while (end < limit - start && data.at(-1 - end) === text.at(-1 - end)) end++
  const removed = data.length - end - start
  const inserted = text.slice(start, text.length - end)
  if (removed > 0 || inserted !== '') node.replaceData(start, removed, inserted)
}

/** Makes `wanted` the own children of `parent`, in this order, moving as few nodes as possible. */
export function placeChildren(parent: Element, wanted: readonly (Element | Text)[]): void {
  const own = ownChildren(parent)
  if (own.length === wanted.length && own.every((child, index) => child === wanted[index])) return
  const kept = new Set<Node>(wanted)
  for (const child of own) if (!kept.has(child)) child.remove()
  const place = new Map<Node, number>(own.map((child, index) => [child, index]))
  const staying = longestRunInOrder(wanted.map(child => place.get(child) ?? -1))
  let previous: Node | null = null
  wanted.forEach((child, index) => {
    if (!staying.has(index))
      parent.insertBefore(child, previous === null ? parent.firstChild : previous.nextSibling)
    previous = child
  })
}
