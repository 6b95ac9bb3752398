/**
 * From Yjs types to a plain tree of tags and texts: the half of rendering that the server's HTML and the reader's DOM
 * share. It never writes to the document and never throws on a document that the schema would refuse: what the table
 * does not know is left out, as the editor would remove it.
 *
 * Marks become nested elements the way ProseMirror's serializer does it: neighbours share the marks they have in
 * common, the outermost in the table's order, so `a[b{i}]` is one `<strong>` and not two.
 */
import * as Y from 'yjs'
import type { MarkRendering, NodeRendering, RenderedAttributes, StoredAttributes } from './rendering-table.js'
import { markRenderings, nodeRenderings, renderAttributes } from './rendering-table.js'
import { textRuns } from './text-runs.js'

export type RenderedNode = string | RenderedElement

export interface RenderedElement {
  readonly tag: string
  readonly attributes: RenderedAttributes
  readonly children: readonly RenderedNode[]
}

/** Deeper than any real text; blocks below it are left out, so that a hostile document cannot exhaust the stack. */
export const nestingLimit = 48

/** The blocks of a container that the schema knows, in order. */
export function childBlocks(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent
    .toArray()
    .filter(
      (child): child is Y.XmlElement =>
        child instanceof Y.XmlElement && nodeRenderings.get(child.nodeName)?.level === 'block',
    )
}

/** One block with all it holds. `block` comes from `childBlocks`. */
export function renderBlock(block: Y.XmlElement, depth = 0): RenderedElement {
  const rendering = nodeRenderings.get(block.nodeName)
  if (rendering === undefined) return { tag: 'div', attributes: [], children: [] }
  const stored: StoredAttributes = block.getAttributes()
  const content = renderContent(block, { rendering, depth })
  return {
    tag: rendering.tag(stored),
    attributes: renderAttributes(rendering, stored),
    children:
      rendering.inner === undefined ? content : [{ tag: rendering.inner, attributes: [], children: content }],
  }
}

function renderContent(
  block: Y.XmlElement,
  { rendering, depth }: { rendering: NodeRendering; depth: number },
): RenderedNode[] {
  switch (rendering.content) {
    case 'blocks':
      return depth < nestingLimit ? childBlocks(block).map(child => renderBlock(child, depth + 1)) : []
    case 'text':
      return renderLine(block)
    case 'nothing':
      return []
  }
}

/** A stretch of text, or an inline element, with the marks around it. */
export interface Inline {
  content: RenderedNode
  readonly marks: readonly RenderedMark[]
}

export interface RenderedMark {
  /** Equal for marks that may share one element. */
  readonly key: string
  readonly tag: string
  readonly attributes: RenderedAttributes
}

function renderLine(block: Y.XmlElement): RenderedNode[] {
  const inlines: Inline[] = []
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText) {
      for (const run of textRuns(child)) appendText(inlines, run.text, inlineMarks(run.attributes))
    } else if (child instanceof Y.XmlElement && nodeRenderings.get(child.nodeName)?.level === 'inline') {
      inlines.push({ content: renderBlock(child), marks: [] })
    }
  }
  return nestInlines(inlines)
}

function appendText(inlines: Inline[], text: string, marks: readonly RenderedMark[]): void {
  const last = inlines.at(-1)
  if (last !== undefined && typeof last.content === 'string' && sameMarks(last.marks, marks))
    last.content += text
  else inlines.push({ content: text, marks })
}

const sameMarks = (a: readonly RenderedMark[], b: readonly RenderedMark[]): boolean =>
  a.length === b.length && a.every((mark, index) => mark.key === b[index]?.key)

/** Marks as they are stored, ready to be put around a text. */
export function inlineMarks(attributes: StoredAttributes): RenderedMark[] {
  const marks: RenderedMark[] = []
  for (const [name, rendering] of markRenderings) {
    const value = attributes[name]
    if (value === undefined || value === null) continue
    marks.push(renderMark({ name, rendering, stored: typeof value === 'object' ? { ...value } : {} }))
  }
  return marks
}

function renderMark({
  name,
  rendering,
  stored,
}: {
  name: string
  rendering: MarkRendering
  stored: StoredAttributes
}): RenderedMark {
  return {
    key: JSON.stringify([name, ...rendering.stored.map(attribute => stored[attribute] ?? null)]),
    tag: rendering.tag,
    attributes: renderAttributes(rendering, stored),
  }
}

/** A line as nested elements: neighbours share the marks they have in common. */
export function nestInlines(inlines: readonly Inline[]): RenderedNode[] {
  const line: RenderedNode[] = []
  let open: { key: string; children: RenderedNode[] }[] = []
  for (const { content, marks } of inlines) {
    let shared = 0
    while (shared < open.length && shared < marks.length && open[shared]?.key === marks[shared]?.key) shared++
    open = open.slice(0, shared)
    for (const { key, tag, attributes } of marks.slice(shared)) {
      const children: RenderedNode[] = []
      ;(open.at(-1)?.children ?? line).push({ tag, attributes, children })
      open.push({ key, children })
    }
    ;(open.at(-1)?.children ?? line).push(content)
  }
  return line
}
