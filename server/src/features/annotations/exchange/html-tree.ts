import type { DefaultTreeAdapterTypes } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlText = DefaultTreeAdapterTypes.TextNode
type HtmlParent = DefaultTreeAdapterTypes.ParentNode

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node
export const isText = (node: HtmlNode): node is HtmlText => node.nodeName === '#text'
export const childrenOf = (parent: HtmlParent): readonly HtmlNode[] => parent.childNodes
