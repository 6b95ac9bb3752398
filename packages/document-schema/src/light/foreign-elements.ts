/**
 * The page may add to the document's DOM, in two ways that the patcher respects:
 *   `[data-decoration]`      an element of the page inside a block (a comment button, say). It and what is in it do
 *                            not belong to the text; it stays where it is when its block changes.
 *   `mark[data-highlight]`   a wrapper around text, for browsers without the CSS Custom Highlight API. It is taken
 *                            away from a block before the block is patched; the page paints again on `onPatched`.
 * Attributes named `data-…`, `aria-…`, `role`, `tabindex` and `style` on the document's elements are the page's too.
 */
const decoration = '[data-decoration]'
const highlight = 'mark[data-highlight]'

export const isElement = (node: Node): node is Element => node.nodeType === 1
export const isText = (node: Node): node is Text => node.nodeType === 3

export const isDecoration = (node: Node): boolean => isElement(node) && node.matches(decoration)

/** The outermost decoration around a node, the node itself included, within `line`. */
export function decorationAround(node: Node, line: Element): Element | null {
  let outermost: Element | null = null
  for (let at: Node | null = node; at !== null && at !== line; at = at.parentNode) {
    if (isElement(at) && at.matches(decoration)) outermost = at
  }
  return outermost
}

/** Children that are the document's own; comments and decorations are not. */
export const ownChildren = (parent: Node): (Element | Text)[] =>
  Array.from(parent.childNodes).filter(
    (child): child is Element | Text => isText(child) || (isElement(child) && !isDecoration(child)),
  )

const foreignAttribute = /^(?:data-.*|aria-.*|role|tabindex|style)$/
export const isForeignAttribute = (name: string): boolean => foreignAttribute.test(name)

export function unwrapHighlights(block: Element): void {
  for (const wrapper of block.querySelectorAll(highlight)) {
    wrapper.replaceWith(...wrapper.childNodes)
  }
  block.normalize()
}
