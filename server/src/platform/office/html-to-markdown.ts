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

/** HTML of our own making as Markdown. What went stands as `[-…-]`, what came as `{+…+}`. */
export function markdownOf(html: string): string {
  return `${blocks(readHtml(html)).join('\n\n')}\n`
}

function blocks(nodes: readonly HtmlNode[]): string[] {
  const result: string[] = []
  let line: HtmlNode[] = []
  const endLine = () => {
    const text = inlines(line).trim()
    if (text !== '') result.push(text)
    line = []
  }
  for (const node of nodes) {
    if (!isBlock(node)) line.push(node)
    else {
      endLine()
      result.push(...block(node))
    }
  }
  endLine()
  return result
}

function block(element: HtmlElement): string[] {
  const { tagName, childNodes } = element
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
      return [`${'#'.repeat(Number(tagName.slice(1)))} ${oneLine(inlines(childNodes))}`]
    case 'ul':
    case 'ol':
      return [list(element)]
    case 'blockquote':
      return [indented(blocks(childNodes).join('\n\n'), '> ', '> ')]
    case 'table':
      return [table(element)]
    case 'hr':
      return ['---']
    case 'img':
      return [image(element)]
    case 'p':
      return [paragraphStart(inlines(childNodes).trim())]
    default:
      return blocks(childNodes)
  }
}

function list(element: HtmlElement): string {
  const start = Number(attributeOf(element, 'start') ?? 1)
  return elementsIn(element)
    .map(({ childNodes }, at) => {
      const mark = element.tagName === 'ol' ? `${start + at}. ` : '- '
      return indented(blocks(childNodes).join('\n\n'), mark, ' '.repeat(mark.length))
    })
    .join('\n')
}

function indented(text: string, first: string, further: string): string {
  return text
    .split('\n')
    .map((line, at) => (at === 0 ? first : line === '' && further.trim() === '' ? '' : further) + line)
    .join('\n')
}

function table(element: HtmlElement): string {
  const rows = rowsOf(element).map(({ row }) =>
    cellsOf(row).map(cell => oneLine(blocks(cell.childNodes).join(' ')).replaceAll('|', '\\|')),
  )
  const columns = Math.max(1, ...rows.map(row => row.length))
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? '').join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(Array.from({ length: columns }, () => '---')), ...body.map(line)].join('\n')
}

const oneLine = (text: string) => text.replace(/\s*\\?\n\s*/g, ' ').trim()

function inlines(nodes: readonly HtmlNode[]): string {
  return nodes.map(inline).join('')
}

function inline(node: HtmlNode): string {
  if (!isElement(node)) return 'value' in node && node.nodeName === '#text' ? escaped(node.value) : ''
  const inside = inlines(node.childNodes)
  switch (node.tagName) {
    case 'strong':
    case 'b':
      return around('**', inside)
    case 'em':
    case 'i':
      return around('*', inside)
    case 'del':
      return `[-${inside}-]`
    case 'ins':
      return `{+${inside}+}`
    case 'br':
      return '\\\n'
    case 'img':
      return image(node)
    case 'a':
      return `[${inside}](<${(attributeOf(node, 'href') ?? '').replace(/[<>\s]/g, encodeURIComponent)}>)`
    default:
      return inside
  }
}

/** White space stays outside of the marks, or they would not be read as marks. */
function around(mark: string, text: string): string {
  const [, before = '', words = '', behind = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return words === '' ? text : before + mark + words + mark + behind
}

const image = (element: HtmlElement) =>
  `![${escaped(attributeOf(element, 'alt') ?? '')}](<${attributeOf(element, 'src') ?? ''}>)`

const escaped = (text: string) => text.replace(/[\\`*_[\]<>{}]/g, sign => `\\${sign}`)

/** What a paragraph begins with and would make it another block. */
const paragraphStart = (text: string) =>
  text.replace(/^(\s*)([#+-]|\d+(?=[.)]\s))/, (_, space: string, sign: string) =>
    /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
  )
