/**
 * Makes a live document say what another text says, as an edit of it: whatever is the same keeps its characters, so that
 * cursors, undo of others and annotations live on. It is done block by block: a block that is found again in the same
 * container and order is edited in place, word by word; everything else is taken out or put in. Yjs cannot move, so a
 * block at another place is a new one with its old id.
 *
 * Afterwards `contentOf` gives exactly the wanted content.
 */
import * as Y from 'yjs'
import { longestRunInOrder } from '../light/longest-run.js'
import { childBlocks } from '../rendered-tree.js'
import { nodeRenderings } from '../rendering-table.js'
import { storedAttributes } from '../stored-attributes.js'
import {
  blockIdOf,
  blocksIn,
  type Content,
  type ContentAttributes,
  type ContentNode,
  nodeOf,
  sameJson,
  wordsIn,
} from './content-node.js'
import { matchBlocks } from './match-blocks.js'
import { lineContent, rewriteLine } from './rewrite-line.js'

/** An empty text gives one empty paragraph, which a document always has. To be called on a document of one's own. */
export function rewriteDocument(fragment: Y.XmlFragment, wanted: Content): void {
  const edit = () => rewriteBlocks(fragment, wanted.length > 0 ? wanted : [{ type: 'paragraph' }])
  if (fragment.doc) fragment.doc.transact(edit)
  else edit()
}

function rewriteBlocks(parent: Y.XmlFragment, wanted: Content): void {
  const blocks = childBlocks(parent)
  const present = blocks.map(block => nodeOf(block))
  const kept = keptBlocks(present, wanted)
  const keptBlock = (place: number) => blocks[kept[place] ?? -1]
  const staying = new Set<unknown>(wanted.flatMap((_, place) => keptBlock(place) ?? []))
  removeOthers(parent, staying)
  wanted.forEach((node, place) => {
    const block = keptBlock(place)
    if (block === undefined) parent.insert(place, [elementOf(node)])
    else if (!sameJson(present[kept[place] ?? -1], node)) rewriteBlock(block, node)
  })
}

/** For each wanted block the number of the one that becomes it, in one order; -1 for a new one. */
function keptBlocks(present: Content, wanted: Content): number[] {
  const matched = matchBlocks(present.map(unitOf), wanted.map(unitOf)).map((match, place) =>
    present[match]?.type === wanted[place]?.type ? match : -1,
  )
  const inOrder = longestRunInOrder(matched)
  return matched.map((match, place) => (inOrder.has(place) ? match : -1))
}

const unitOf = (node: ContentNode) => ({ id: blockIdOf(node), type: node.type, words: wordsIn(node) })

/** From behind, so that places before stay what they are; neighbours go together. */
function removeOthers(parent: Y.XmlFragment, staying: ReadonlySet<unknown>): void {
  const children = parent.toArray()
  for (let end = children.length; end > 0; end--) {
    if (staying.has(children[end - 1])) continue
    let start = end - 1
    while (start > 0 && !staying.has(children[start - 1])) start--
    parent.delete(start, end - start)
    end = start + 1
  }
}

function rewriteBlock(block: Y.XmlElement, node: ContentNode): void {
  rewriteAttributes(block, node)
  switch (nodeRenderings.get(node.type)?.content) {
    case 'blocks':
      rewriteBlocks(block, blocksIn(node))
      break
    case 'text':
      rewriteLine(block, node.content ?? [])
      break
    default:
      if (block.length > 0) block.delete(0, block.length)
  }
}

function rewriteAttributes(block: Y.XmlElement, { type, attrs = {} }: ContentNode): void {
  const present: ContentAttributes = nodeOf(block).attrs ?? {}
  const wanted = writtenAttributes(type, attrs)
  for (const name of new Set([...Object.keys(present), ...Object.keys(attrs)])) {
    if (sameJson(present[name] ?? null, attrs[name] ?? null)) continue
    const value = wanted[name] ?? null
    if (value === null) block.removeAttribute(name)
    else setAttribute(block, name, value)
  }
}

function elementOf(node: ContentNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type)
  for (const [name, value] of Object.entries(writtenAttributes(node.type, node.attrs ?? {})))
    setAttribute(element, name, value)
  switch (nodeRenderings.get(node.type)?.content) {
    case 'blocks':
      element.insert(0, blocksIn(node).map(elementOf))
      break
    case 'text':
      element.insert(0, lineContent(node.content ?? []))
      break
  }
  return element
}

/** As the editor writes them: with the defaults that are values, without null. */
function writtenAttributes(type: string, attrs: ContentAttributes): ContentAttributes {
  const known = Object.entries(storedAttributes[type] ?? {})
  const defaults = known.flatMap(([name, spec]) => {
    const value: unknown = spec?.default ?? null
    return value === null ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(defaults), ...attrs }
}

/** Yjs types attributes as strings by default but stores any JSON value; the editor keeps numbers as numbers. */
function setAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  if (typeof value !== 'string' && typeof value !== 'number' && !Array.isArray(value)) return
  const attributes = element as Y.XmlElement<Record<string, string | number | unknown[]>>
  attributes.setAttribute(name, value)
}
