/**
 * A merged block as HTML, in one of three views: both texts in one (`both`), only what was (`before`), only what is
 * (`after`). What went stands in `<del>`, what came in `<ins>`, always inside of lines and around images and rules, so
 * that lists and tables stay what they are. Blocks carry classes for how they came about; ids are only those of the text
 * after, so that links to blocks work and no id stands in a page twice.
 */
import type { ContentNode } from '../content/content-node.js'
import {
  type Inline,
  inlineMarks,
  nestInlines,
  nestingLimit,
  type RenderedElement,
  type RenderedNode,
} from '../rendered-tree.js'
import { nodeRenderings, renderAttributes } from '../rendering-table.js'
import { renderedHtml } from '../to-html.js'
import { type Change, isRetyped, type MergedBlock, type MergedPiece } from './merged-block.js'

export type MergedView = 'both' | 'before' | 'after'

/** Null when the view shows nothing of it. */
export function renderMerged(block: MergedBlock, view: MergedView): string | null {
  const rendered = elementsOf(block, view, 0)
  return rendered.length === 0 ? null : rendered.map(renderedHtml).join('')
}

const shows = (view: MergedView, change: Change): boolean =>
  view === 'both' || change === 'same' || (change === 'added') === (view === 'after')

function elementsOf(block: MergedBlock, view: MergedView, depth: number): RenderedElement[] {
  if (!shows(view, block.change) || depth > nestingLimit) return []
  const node = (view === 'before' ? block.before : block.after) ?? block.before ?? block.after
  const rendering = node && nodeRenderings.get(node.type)
  if (!node || !rendering) return []
  const children = childrenOf(block, view, depth)
  const element: RenderedElement = {
    tag: rendering.tag(node.attrs ?? {}),
    attributes: attributesOf(node, block, view),
    children: rendering.inner === undefined ? children : [{ tag: rendering.inner, attributes: [], children }],
  }
  const around = block.content.kind === 'nothing' ? changeTag(block.change) : null
  return [around === null ? element : { tag: around, attributes: [], children: [element] }]
}

function childrenOf({ content }: MergedBlock, view: MergedView, depth: number): RenderedNode[] {
  switch (content.kind) {
    case 'blocks':
      return content.blocks.flatMap(child => elementsOf(child, view, depth + 1))
    case 'line':
      return nestInlines(content.pieces.filter(({ change }) => shows(view, change)).map(inlineOf))
    case 'nothing':
      return []
  }
}

function inlineOf({ change, text, marks }: MergedPiece): Inline {
  const tag = changeTag(change)
  const outer = tag === null ? [] : [{ key: tag, tag, attributes: [] }]
  const stored = Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? {}]))
  const content = text ?? { tag: 'br', attributes: [], children: [] }
  return { content, marks: [...outer, ...(text === null ? [] : inlineMarks(stored))] }
}

function changeTag(change: Change): 'ins' | 'del' | null {
  return change === 'same' ? null : change === 'added' ? 'ins' : 'del'
}

function attributesOf(node: ContentNode, block: MergedBlock, view: MergedView): [string, string][] {
  const rendering = nodeRenderings.get(node.type)
  if (rendering === undefined) return []
  const attributes = renderAttributes(rendering, node.attrs ?? {})
  const own = attributes.filter(([name]) => name !== 'class' && (name !== 'id' || keepsId(block, view)))
  const classes = [attributes.find(([name]) => name === 'class')?.[1], ...classesOf(block)].filter(
    name => name !== undefined,
  )
  return [...own.map(([name, value]): [string, string] => [name, value]), ...classAttribute(classes)]
}

const keepsId = ({ change }: MergedBlock, view: MergedView): boolean =>
  view !== 'before' && change !== 'removed'

const classAttribute = (classes: string[]): [string, string][] =>
  classes.length === 0 ? [] : [['class', classes.join(' ')]]

function classesOf(block: MergedBlock): string[] {
  return [
    ...(block.change === 'same' ? [] : [`compared-${block.change}`]),
    ...(block.moved ? ['compared-moved'] : []),
    ...(isRetyped(block) ? ['compared-retyped'] : []),
  ]
}
