/**
 * Texts that we write ourselves (the demo, the templates) become documents. The same text with the same seed gives
 * the same bytes: every instance that imports it has the same document, and importing it twice changes nothing.
 */
import * as Y from 'yjs'
import { seededBlockIds } from './block-ids.js'
import { documentFragment } from './fragment.js'
import { type MarkdownBlock, parseBlocks } from './markdown/blocks.js'
import { type InlineMarks, parseInline } from './markdown/inline.js'
import { safeHref, safeMediaSrc } from './safe-attributes.js'

/** Client id of imports. Real clients draw 32-bit numbers at random. */
export const importClientId = 1

/**
 * The Yjs update (v1) of a new document that holds the text. `seed` names the document and decides its block ids, so
 * it must be another one for each document. An empty text gives one empty paragraph, which a document always has.
 */
export function initialUpdate(markdown: string, seed: string): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = importClientId
  const blocks = parseBlocks(markdown.replace(/\r\n?/g, '\n').split('\n'))
  const builder = new BlockBuilder(seededBlockIds(seed))
  documentFragment(doc).insert(
    0,
    builder.blocks(blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: '' }]),
  )
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

type Attributes = Readonly<Record<string, unknown>>
type Content = (Y.XmlElement | Y.XmlText)[]

class BlockBuilder {
  constructor(private readonly nextId: () => string) {}

  blocks(blocks: readonly MarkdownBlock[]): Y.XmlElement[] {
    return blocks.map(block => this.block(block))
  }

  private block(block: MarkdownBlock): Y.XmlElement {
    switch (block.kind) {
      case 'paragraph':
        return this.withId('paragraph', {}, line(block.text))
      case 'heading':
        return this.withId('heading', { level: block.level }, line(block.text))
      case 'list':
        return this.list(block)
      case 'quote':
        return this.withId('blockquote', {}, this.filled(block.blocks))
      case 'table':
        return this.table(block)
      case 'image':
        return this.withId('image', { src: safeMediaSrc(block.src), alt: block.alt, ...block.size }, [])
      case 'rule':
        return this.withId('horizontalRule', {}, [])
    }
  }

  private withId(name: string, attributes: Attributes, content: Content): Y.XmlElement {
    return element(name, { id: this.nextId(), ...attributes }, content)
  }

  private list({ ordered, start, items }: Extract<MarkdownBlock, { kind: 'list' }>): Y.XmlElement {
    const content = items.map(item => this.withId('listItem', {}, this.item(item)))
    return ordered ? this.withId('orderedList', { start }, content) : this.withId('bulletList', {}, content)
  }

  /** The schema wants a paragraph first. */
  private item(blocks: readonly MarkdownBlock[]): Y.XmlElement[] {
    const first: MarkdownBlock[] = blocks[0]?.kind === 'paragraph' ? [] : [{ kind: 'paragraph', text: '' }]
    return this.blocks([...first, ...blocks])
  }

  private filled(blocks: readonly MarkdownBlock[]): Y.XmlElement[] {
    return this.blocks(blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: '' }])
  }

  private table({ header, align, rows }: Extract<MarkdownBlock, { kind: 'table' }>): Y.XmlElement {
    const row = (name: string, texts: readonly string[]) =>
      element(
        'tableRow',
        {},
        texts.map((text, column) => this.cell(name, { text, align: align[column] ?? null })),
      )
    return this.withId('table', {}, [
      row('tableHeader', header),
      ...rows.map(texts => row('tableCell', texts)),
    ])
  }

  private cell(name: string, { text, align }: { text: string; align: string | null }): Y.XmlElement {
    return element(name, { colspan: 1, rowspan: 1, align }, [this.withId('paragraph', {}, line(text))])
  }
}

/** Null attributes are not stored, as the editor does it. */
function element(name: string, attributes: Attributes, content: Content): Y.XmlElement {
  const created = new Y.XmlElement<Record<string, string | number>>(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'string' || typeof value === 'number') created.setAttribute(key, value)
  }
  created.insert(0, content)
  // Yjs types attributes as strings by default but stores any JSON value; the editor keeps numbers as numbers.
  return created as Y.XmlElement
}

/** Texts and breaks of a line; what stands between two breaks is one Yjs text, an empty line has none. */
function line(text: string): Content {
  const content: Content = []
  let runs: { insert: string; attributes: Attributes }[] = []
  const closeText = () => {
    if (runs.length > 0) content.push(textOf(runs))
    runs = []
  }
  for (const inline of parseInline(text)) {
    if (inline.kind === 'text') runs.push({ insert: inline.text, attributes: markAttributes(inline.marks) })
    else {
      closeText()
      content.push(element('hardBreak', {}, []))
    }
  }
  closeText()
  return content
}

function textOf(runs: { insert: string; attributes: Attributes }[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(runs)
  return text
}

function markAttributes({ bold, italic, link }: InlineMarks): Attributes {
  const href = safeHref(link)
  return {
    ...(bold ? { bold: {} } : {}),
    ...(italic ? { italic: {} } : {}),
    ...(href === null ? {} : { link: { href } }),
  }
}
