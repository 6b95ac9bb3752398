/**
 * A subset of Markdown, line by line, to a small tree of blocks: headings `#` to `####`, paragraphs, `-` and `1.`
 * lists nested by indentation, `>` quotes, `|` tables with a header row, an image alone on its line
 * (`![alt](/media/… =800x600)`, size optional) and `---` rules. Enough for texts that we write ourselves; it is not
 * CommonMark, and what it does not know stays text.
 */
export type MarkdownBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly MarkdownBlock[][]
    }
  | { readonly kind: 'quote'; readonly blocks: readonly MarkdownBlock[] }
  | {
      readonly kind: 'table'
      readonly header: readonly string[]
      readonly align: readonly (string | null)[]
      readonly rows: readonly string[][]
    }
  | { readonly kind: 'image'; readonly alt: string; readonly src: string; readonly size: ImageSize | null }
  | { readonly kind: 'rule' }

export interface ImageSize {
  readonly width: number
  readonly height: number
}

const heading = /^(#{1,4})\s+(.*?)\s*#*$/
const rule = /^(?:-{3,}|\*{3,}|_{3,})$/
const image = /^!\[([^\]]*)\]\((\S+?)(?:\s+=(\d+)x(\d+))?\)$/
const listItem = /^(\s*)([-*+]|\d{1,6}[.)])\s+(.*)$/
const quote = /^>\s?(.*)$/
const tableRow = /^\|.*\|$/
const tableRule = /^\|(?:\s*:?-+:?\s*\|)+$/

/** What is nested deeper stays text: nobody reads it, and it would take the stack. */
const deepest = 40

/** Parses lines into blocks. Consumes its argument from the front. `depth` counts the lists and quotes around them. */
export function parseBlocks(lines: string[], depth = 0): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  while (lines.length > 0) {
    if (lines[0]?.trim() === '') lines.shift()
    else blocks.push(depth > deepest ? takeParagraph(lines) : takeBlock(lines, depth))
  }
  return blocks
}

function takeBlock(lines: string[], depth: number): MarkdownBlock {
  const line = lines[0]?.trim() ?? ''
  if (listItem.test(lines[0] ?? '') && !rule.test(line)) return takeList(lines, depth)
  if (quote.test(line)) return takeQuote(lines, depth)
  if (tableRow.test(line) && tableRule.test(lines[1]?.trim() ?? '')) return takeTable(lines)
  return takeSingleLine(line, lines) ?? takeParagraph(lines)
}

function takeSingleLine(line: string, lines: string[]): MarkdownBlock | null {
  const block = singleLine(line)
  if (block !== null) lines.shift()
  return block
}

function singleLine(line: string): MarkdownBlock | null {
  const title = heading.exec(line)
  if (title !== null) return { kind: 'heading', level: title[1]?.length ?? 1, text: title[2] ?? '' }
  if (rule.test(line)) return { kind: 'rule' }
  const picture = image.exec(line)
  if (picture === null) return null
  const [, alt = '', src = '', width, height] = picture
  const size = width === undefined ? null : { width: Number(width), height: Number(height) }
  return { kind: 'image', alt, src, size }
}

function takeParagraph(lines: string[]): MarkdownBlock {
  const taken = [lines.shift() ?? '']
  while (lines.length > 0 && continuesParagraph(lines[0] ?? '')) taken.push(lines.shift() ?? '')
  return { kind: 'paragraph', text: taken.map(line => line.trimStart()).join('\n') }
}

function continuesParagraph(line: string): boolean {
  const text = line.trim()
  if (text === '' || singleLine(text) !== null) return false
  return !listItem.test(line) && !quote.test(text) && !tableRow.test(text)
}

function takeQuote(lines: string[], depth: number): MarkdownBlock {
  const inner: string[] = []
  for (let match = quote.exec(lines[0]?.trim() ?? ''); match; match = quote.exec(lines[0]?.trim() ?? '')) {
    inner.push(match[1] ?? '')
    lines.shift()
  }
  return { kind: 'quote', blocks: parseBlocks(inner, depth + 1) }
}

function takeTable(lines: string[]): MarkdownBlock {
  const header = cells(lines.shift() ?? '')
  const align = cells(lines.shift() ?? '').map(alignment)
  const rows: string[][] = []
  while (tableRow.test(lines[0]?.trim() ?? '')) {
    const row = cells(lines.shift() ?? '')
    rows.push(header.map((_, column) => row[column] ?? ''))
  }
  return { kind: 'table', header, align, rows }
}

const cells = (line: string): string[] =>
  line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map(text => text.trim())

function alignment(marker: string): string | null {
  if (!marker.endsWith(':')) return null
  return marker.startsWith(':') ? 'center' : 'right'
}

interface ItemStart {
  /** Columns before the marker. */
  readonly indent: number
  /** Columns before the item's text. */
  readonly hanging: number
  readonly marker: string
  readonly text: string
}

function itemStart(line: string | undefined): ItemStart | null {
  const match = listItem.exec(line ?? '')
  if (match === null) return null
  const [, space = '', marker = '', text = ''] = match
  return { indent: space.length, hanging: (line ?? '').length - text.length, marker, text }
}

const isOrdered = (item: ItemStart): boolean => /\d/.test(item.marker)

function takeList(lines: string[], depth: number): MarkdownBlock {
  const first = itemStart(lines[0]) ?? { indent: 0, hanging: 2, marker: '-', text: '' }
  const items: MarkdownBlock[][] = []
  for (let item = itemStart(lines[0]); item !== null; item = itemStart(lines[0])) {
    if (item.indent !== first.indent || isOrdered(item) !== isOrdered(first)) break
    items.push(parseBlocks(takeItemLines(lines, item), depth + 1))
    skipBlankLinesBeforeItem(lines, first)
  }
  return { kind: 'list', ordered: isOrdered(first), start: Number.parseInt(first.marker, 10) || 1, items }
}

/** The lines of one item without its indentation: its own, deeper ones, and lazy continuations. */
function takeItemLines(lines: string[], item: ItemStart): string[] {
  lines.shift()
  const taken = [item.text]
  while (lines.length > 0) {
    const line = lines[0] ?? ''
    const indent = line.length - line.trimStart().length
    if (line.trim() === '' ? !isDeeper(lines[1], item) : indent <= item.indent && !continuesParagraph(line))
      break
    taken.push(line.slice(Math.min(indent, item.hanging)))
    lines.shift()
  }
  return taken
}

const isDeeper = (line: string | undefined, item: ItemStart): boolean =>
  line !== undefined && line.trim() !== '' && line.length - line.trimStart().length > item.indent

function skipBlankLinesBeforeItem(lines: string[], first: ItemStart): void {
  if (lines[0]?.trim() === '' && itemStart(lines[1])?.indent === first.indent) lines.shift()
}
