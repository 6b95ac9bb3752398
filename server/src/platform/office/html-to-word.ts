import {
  attributeOf,
  cellsOf,
  elementsIn,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isElement,
  readHtml,
  rowsOf,
} from './html-tree.js'
import { drawing, type PlacedImage } from './word-image.js'
import type { Numbering } from './word-parts.js'
import { xmlText } from './xml.js'

/** What a text needs from the file around it. */
export type WordContext = {
  /** The id of a new numbering, so that each list counts for itself. */
  list(numbering: Numbering): number
  /** The id of a relationship to an address. */
  link(href: string): string
  /** An image by its address; null for one that is not to be had, which is described in words. */
  image(src: string): PlacedImage | null
  /** Width between the margins, in twentieths of a point. */
  width: number
}

type Look = { bold?: true; italic?: true; change?: 'ins' | 'del'; link?: true; small?: true }
type Surroundings = { list: { id: number; level: number } | null; style: string | null; look: Look }

const plain: Surroundings = { list: null, style: null, look: {} }

/** Blocks of WordprocessingML (ECMA-376, part 1) for HTML of our own making. What went is struck, what came underlined. */
export function wordBlocks(html: string, context: WordContext): string {
  return blocks(readHtml(html), plain, context)
}

/** Rows of a table that is open already; `widths` are those of its columns. */
export function wordRows(html: string, widths: readonly number[], context: WordContext): string {
  const [table] = readHtml(`<table>${html}</table>`)
  return table && isElement(table)
    ? rowsOf(table)
        .map(row => wordRow(row, widths, context))
        .join('')
    : ''
}

/** The beginning of a table with columns of these widths; `wordTableEnd` ends it. */
export function wordTableStart(widths: readonly number[]): string {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const edge = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="8A8F98"/>`
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('')
  const grid = widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar><w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`
}

export const wordTableEnd = '</w:tbl>'

function blocks(nodes: readonly HtmlNode[], around: Surroundings, context: WordContext): string {
  let xml = ''
  let line: HtmlNode[] = []
  const endLine = () => {
    if (line.some(node => isElement(node) || ('value' in node && node.value.trim() !== '')))
      xml += paragraph(line, around, context)
    line = []
  }
  for (const node of nodes) {
    if (!isBlock(node)) line.push(node)
    else {
      endLine()
      xml += block(node, around, context)
    }
  }
  endLine()
  return xml
}

function block(element: HtmlElement, around: Surroundings, context: WordContext): string {
  const { tagName, childNodes } = element
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
      return paragraph(childNodes, { ...around, style: `Heading${tagName.slice(1)}` }, context)
    case 'ul':
    case 'ol':
      return list(element, around, context)
    case 'blockquote':
      return blocks(childNodes, { ...around, style: 'Quote' }, context)
    case 'table':
      return table(element, context)
    case 'hr':
      return '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="8A8F98"/></w:pBdr></w:pPr></w:p>'
    case 'img':
      return runsParagraph(imageRun(element, around.look, context), around)
    case 'p': {
      const style = attributeOf(element, 'data-style') ?? around.style
      return paragraph(childNodes, { ...around, style }, context)
    }
    default:
      return blocks(childNodes, around, context)
  }
}

function list(element: HtmlElement, around: Surroundings, context: WordContext): string {
  const kind = element.tagName === 'ol' ? 'ordered' : 'bullet'
  const start = Number(attributeOf(element, 'start') ?? 1)
  const level = around.list === null ? 0 : Math.min(around.list.level + 1, 8)
  const inList = { ...around, list: { id: context.list({ kind, start, level }), level } }
  return elementsIn(element)
    .map(({ childNodes }) => item(childNodes, inList, context))
    .join('')
}

/** Only the first paragraph of an item has its mark; what follows is indented with it. */
function item(nodes: readonly HtmlNode[], around: Surroundings, context: WordContext): string {
  const firstBlock = nodes.findIndex(isBlock)
  const end = firstBlock < 0 ? nodes.length : Math.max(firstBlock, 1)
  const rest = nodes.slice(end).map(node => {
    const isList = isElement(node) && (node.tagName === 'ul' || node.tagName === 'ol')
    return blocks([node], isList ? around : { ...around, list: null, style: 'ListContinue' }, context)
  })
  return blocks(nodes.slice(0, end), around, context) + rest.join('')
}

function table(element: HtmlElement, context: WordContext): string {
  const rows = rowsOf(element)
  const columns = Math.max(
    1,
    ...rows.map(({ row }) => cellsOf(row).reduce((sum, cell) => sum + spanOf(cell), 0)),
  )
  const widths = Array.from({ length: columns }, () => Math.floor(context.width / columns))
  return `${wordTableStart(widths)}${rows.map(row => wordRow(row, widths, context)).join('')}${wordTableEnd}<w:p/>`
}

const spanOf = (cell: HtmlElement) => Math.min(Number(attributeOf(cell, 'colspan') ?? 1) || 1, 100)

function wordRow(
  { row, head }: { row: HtmlElement; head: boolean },
  widths: readonly number[],
  context: WordContext,
): string {
  let column = 0
  const cells = cellsOf(row).map(cell => {
    const span = spanOf(cell)
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0)
    column += span
    const shade = cell.tagName === 'th' ? '<w:shd w:val="clear" w:color="auto" w:fill="E7EAEE"/>' : ''
    const across = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
    const look: Look = cell.tagName === 'th' ? { bold: true } : {}
    const content = blocks(cell.childNodes, { ...plain, style: 'TableText', look }, { ...context, width })
    // A cell without a paragraph at its end is no cell.
    const ended = content.endsWith('</w:p>') ? content : `${content}<w:p/>`
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${across}${shade}</w:tcPr>${ended}</w:tc>`
  })
  // A row stays on one page, unless it is longer than one.
  return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
}

function paragraph(nodes: readonly HtmlNode[], around: Surroundings, context: WordContext): string {
  return runsParagraph(runs(nodes, around.look, context), around)
}

function runsParagraph(content: string, { list: inList, style }: Surroundings): string {
  const properties =
    (style === null ? '' : `<w:pStyle w:val="${xmlText(style)}"/>`) +
    (inList === null
      ? ''
      : `<w:numPr><w:ilvl w:val="${inList.level}"/><w:numId w:val="${inList.id}"/></w:numPr>`)
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

function runs(nodes: readonly HtmlNode[], look: Look, context: WordContext): string {
  return nodes.map(node => inline(node, look, context)).join('')
}

function inline(node: HtmlNode, look: Look, context: WordContext): string {
  if (!isElement(node)) return 'value' in node && node.nodeName === '#text' ? run(node.value, look) : ''
  const inside = (more: Look) => runs(node.childNodes, { ...look, ...more }, context)
  switch (node.tagName) {
    case 'strong':
    case 'b':
      return inside({ bold: true })
    case 'em':
    case 'i':
      return inside({ italic: true })
    case 'small':
      return inside({ small: true })
    case 'ins':
    case 'del':
      return inside({ change: node.tagName })
    case 'br':
      return '<w:r><w:br/></w:r>'
    case 'img':
      return imageRun(node, look, context)
    case 'a': {
      const href = attributeOf(node, 'href')
      if (href === null || !/^(https?|mailto):/.test(href)) return inside({})
      return `<w:hyperlink r:id="${context.link(href)}">${inside({ link: true })}</w:hyperlink>`
    }
    default:
      return inside({})
  }
}

function imageRun(element: HtmlElement, look: Look, context: WordContext): string {
  const description = attributeOf(element, 'alt') ?? ''
  const image = context.image(attributeOf(element, 'src') ?? '')
  if (image === null) return run(`[${description}]`, { ...look, italic: true })
  // Whether an image came or went is told in words.
  const [before, behind] = look.change ? changeMarks[look.change] : ['', '']
  return run(before, look) + drawing(image, { description, width: context.width }) + run(behind, look)
}

const changeMarks = { ins: ['{+', '+}'], del: ['[-', '-]'] } as const

function run(text: string, look: Look): string {
  if (text === '') return ''
  const properties =
    (look.link ? '<w:rStyle w:val="Hyperlink"/>' : '') +
    (look.bold || look.change === 'ins' ? '<w:b/>' : '') +
    (look.italic ? '<w:i/>' : '') +
    (look.change === 'del' ? '<w:strike/>' : '') +
    (look.small ? '<w:sz w:val="16"/>' : '') +
    (look.change === 'ins' ? '<w:u w:val="single"/>' : '')
  const lines = text
    .split('\n')
    .map(line => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`)
    .join('<w:br/>')
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${lines}</w:r>`
}
