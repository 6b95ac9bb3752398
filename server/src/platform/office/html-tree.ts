import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node
export const textOf = (node: HtmlNode): string =>
  node.nodeName === '#text' && 'value' in node
    ? node.value
    : isElement(node)
      ? node.childNodes.map(textOf).join('')
      : ''

export const attributeOf = ({ attrs }: HtmlElement, name: string): string | null =>
  attrs.find(attribute => attribute.name === name)?.value ?? null

export const elementsIn = (element: HtmlElement): HtmlElement[] => element.childNodes.filter(isElement)

/** HTML of our own making. */
export const readHtml = (html: string): HtmlNode[] => parseFragment(html).childNodes

const blockTags = new Set(
  'address article blockquote div dl figure footer h1 h2 h3 h4 header hr img li ol p section table ul'.split(
    ' ',
  ),
)

export const isBlock = (node: HtmlNode): node is HtmlElement => isElement(node) && blockTags.has(node.tagName)

/** Rows of a table, whatever parts it has, and whether they are its head. */
export function rowsOf(table: HtmlElement): { row: HtmlElement; head: boolean }[] {
  return elementsIn(table).flatMap(part => {
    if (part.tagName === 'tr') return [{ row: part, head: false }]
    const head = part.tagName === 'thead'
    return elementsIn(part).flatMap(row => (row.tagName === 'tr' ? [{ row, head }] : []))
  })
}

export const cellsOf = (row: HtmlElement): HtmlElement[] =>
  elementsIn(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
