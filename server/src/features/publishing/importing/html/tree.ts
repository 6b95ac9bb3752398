import type { DefaultTreeAdapterTypes } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.Node
export type HtmlElement = DefaultTreeAdapterTypes.Element

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

export const childrenOf = (node: HtmlNode): readonly HtmlNode[] =>
  'childNodes' in node ? node.childNodes : []

export const attributeOf = (element: HtmlElement, name: string): string | null =>
  element.attrs.find(attribute => attribute.name === name)?.value ?? null

/** A whole number among the attributes, brought within bounds; the lower of them when there is none. */
export function numberOf(
  element: HtmlElement,
  name: string,
  { from, to }: { from: number; to: number },
): number {
  const value = Number.parseInt(attributeOf(element, name) ?? '', 10)
  const fallback = name === 'start' ? 1 : from
  return Number.isNaN(value) ? fallback : Math.min(to, Math.max(from, value))
}

/** All the words in a node, however deep. */
export function textOf(node: HtmlNode): string {
  let text = ''
  const waiting: HtmlNode[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('value' in next) text += next.value
    else waiting.push(...[...childrenOf(next)].reverse())
  }
  return text
}
