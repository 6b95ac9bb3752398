/**
 * The one table of how a document looks in HTML. Three renderers read it: the editor's extensions (`renderHTML`), the
 * server's (Yjs to a string) and the public reader's (Yjs to DOM). What a node or mark becomes is decided here and
 * nowhere else; a parity test holds the three together over every row.
 *
 * A row names a tag and its attributes, each with a rule from the stored attributes to text or null (left out).
 * The order of attributes and of marks is part of the table: equal documents give equal HTML.
 */
import {
  alignClass,
  columnWidthClass,
  safeBlockId,
  safeHref,
  safeMediaSrc,
  wholeNumber,
} from './safe-attributes.js'

/** Attributes as they are stored in the document, not yet trusted. */
export type StoredAttributes = Readonly<Record<string, unknown>>

type AttributeRule = (stored: StoredAttributes) => string | null

export interface NodeRendering {
  readonly tag: (stored: StoredAttributes) => string
  readonly attributes: Readonly<Record<string, AttributeRule>>
  readonly level: 'block' | 'inline'
  /** What it holds: further blocks, a line of text, or nothing. */
  readonly content: 'blocks' | 'text' | 'nothing'
  /** An element between this one and its content. */
  readonly inner?: 'tbody'
}

export interface MarkRendering {
  readonly tag: string
  readonly attributes: Readonly<Record<string, AttributeRule>>
  /** Names of the stored attributes; marks that differ in one of them are different marks. */
  readonly stored: readonly string[]
}

/** Before a block's id in the page, so that a document cannot take the name of something else there. */
const elementIdPrefix = 'block-'

/** The HTML `id` of a block, for links to it: `#block-k3f…`. */
export const blockElementId = (blockId: string): string => elementIdPrefix + blockId

/** The block id behind an HTML `id`; null when it is not a block's. */
export const blockIdOfElementId = (elementId: string): string | null =>
  elementId.startsWith(elementIdPrefix) ? safeBlockId(elementId.slice(elementIdPrefix.length)) : null

const id: AttributeRule = stored => {
  const blockId = safeBlockId(stored.id)
  return blockId === null ? null : blockElementId(blockId)
}

/** Headings of a document have levels 1 to 4; a missing or wrong level reads as 1. */
export const headingLevels = [1, 2, 3, 4] as const
export type HeadingLevel = (typeof headingLevels)[number]
export const headingLevel = (stored: StoredAttributes): HeadingLevel =>
  headingLevels.find(level => level === stored.level) ?? 1

const span =
  (name: 'colspan' | 'rowspan'): AttributeRule =>
  stored =>
    wholeNumber(stored[name], { from: 2, to: 100 })

const cellClass: AttributeRule = stored => {
  const classes = [columnWidthClass(stored.colwidth), alignClass(stored.align)].filter(name => name !== null)
  return classes.length === 0 ? null : classes.join(' ')
}

const cell = { colspan: span('colspan'), rowspan: span('rowspan'), class: cellClass }
const pixels = (name: 'width' | 'height'): AttributeRule => {
  return stored => wholeNumber(stored[name], { from: 1, to: 10_000 })
}

const block = (tag: string, content: NodeRendering['content']): NodeRendering => ({
  tag: () => tag,
  attributes: { id },
  level: 'block',
  content,
})

const rows: Readonly<Record<string, NodeRendering>> = {
  paragraph: block('p', 'text'),
  heading: { ...block('h1', 'text'), tag: stored => `h${headingLevel(stored)}` },
  bulletList: block('ul', 'blocks'),
  orderedList: {
    ...block('ol', 'blocks'),
    attributes: {
      id,
      start: stored => (stored.start === 1 ? null : wholeNumber(stored.start, { from: 0, to: 1_000_000 })),
    },
  },
  listItem: block('li', 'blocks'),
  blockquote: block('blockquote', 'blocks'),
  table: { ...block('table', 'blocks'), inner: 'tbody' },
  tableRow: { ...block('tr', 'blocks'), attributes: {} },
  tableHeader: { ...block('th', 'blocks'), attributes: cell },
  tableCell: { ...block('td', 'blocks'), attributes: cell },
  image: {
    ...block('img', 'nothing'),
    attributes: {
      id,
      src: stored => safeMediaSrc(stored.src),
      alt: stored => (typeof stored.alt === 'string' ? stored.alt : ''),
      width: pixels('width'),
      height: pixels('height'),
    },
  },
  horizontalRule: block('hr', 'nothing'),
  hardBreak: { ...block('br', 'nothing'), attributes: {}, level: 'inline' },
}

/** By name of the node. A map: a foreign node called `constructor` must not find anything. */
export const nodeRenderings: ReadonlyMap<string, NodeRendering> = new Map(Object.entries(rows))

/** Outermost first: where marks overlap, a link holds bold holds italic. */
export const markRenderings: ReadonlyMap<string, MarkRendering> = new Map<string, MarkRendering>([
  [
    'link',
    {
      tag: 'a',
      attributes: { href: stored => safeHref(stored.href), rel: () => 'noopener noreferrer nofollow' },
      stored: ['href'],
    },
  ],
  ['bold', { tag: 'strong', attributes: {}, stored: [] }],
  ['italic', { tag: 'em', attributes: {}, stored: [] }],
])

/** Nodes that carry a stable id. Rows and cells are reached through the blocks in them. */
export const nodesWithBlockId: readonly string[] = Object.keys(rows).filter(name => rows[name]?.attributes.id)

export type RenderedAttributes = readonly (readonly [name: string, value: string])[]

/** Applies a row's rules; what a rule refuses is left out. */
export function renderAttributes(
  rendering: NodeRendering | MarkRendering,
  stored: StoredAttributes,
): RenderedAttributes {
  const rendered: [string, string][] = []
  for (const name in rendering.attributes) {
    const value = rendering.attributes[name]?.(stored) ?? null
    if (value !== null) rendered.push([name, value])
  }
  return rendered
}
