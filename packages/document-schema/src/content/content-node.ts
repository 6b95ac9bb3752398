/**
 * A text as plain data: what a release keeps, what a draft brings, what two versions are compared by. It has the form of
 * ProseMirror's JSON, so that others can read it, and is brought to one form: attributes that say nothing (absent, null,
 * the default) are left out, neighbouring texts with the same marks are one, keys stand in a fixed order. Equal texts
 * give equal JSON, whatever way they were written.
 */
import * as Y from 'yjs'
import { childBlocks, nestingLimit } from '../rendered-tree.js'
import { headingLevel, markRenderings, nodeRenderings } from '../rendering-table.js'
import { safeBlockId } from '../safe-attributes.js'
import { storedAttributes } from '../stored-attributes.js'
import { textRuns } from '../text-runs.js'

export type ContentAttributes = Readonly<Record<string, unknown>>

export interface ContentMark {
  readonly type: string
  readonly attrs?: ContentAttributes
}

export interface ContentText {
  readonly type: 'text'
  readonly text: string
  readonly marks?: readonly ContentMark[]
}

/** A block, or a hard break in a line. */
export interface ContentNode {
  readonly type: string
  readonly attrs?: ContentAttributes
  readonly content?: readonly ContentPiece[]
}

export type ContentPiece = ContentNode | ContentText

/** The blocks of a text. */
export type Content = readonly ContentNode[]

export const isText = (piece: ContentPiece): piece is ContentText => 'text' in piece

/** The parts of a container that are blocks. */
export const blocksIn = (node: ContentNode): ContentNode[] =>
  (node.content ?? []).filter((piece): piece is ContentNode => !isText(piece))

/** What the document holds; whatever the schema does not know is left out, as the editor would remove it. */
export function contentOf(fragment: Y.XmlFragment): Content {
  return childBlocks(fragment).map(block => nodeOf(block))
}

/** The same for one block. */
export function nodeOf(block: Y.XmlElement, depth = 0): ContentNode {
  return contentNode(block.nodeName, block.getAttributes(), piecesOf(block, depth))
}

function piecesOf(block: Y.XmlElement, depth: number): ContentPiece[] {
  switch (nodeRenderings.get(block.nodeName)?.content) {
    case 'blocks':
      return depth < nestingLimit ? childBlocks(block).map(child => nodeOf(child, depth + 1)) : []
    case 'text':
      return linePieces(block.toArray())
    default:
      return []
  }
}

function linePieces(children: ReturnType<Y.XmlElement['toArray']>): ContentPiece[] {
  const line = new LineBuilder()
  for (const child of children) {
    if (child instanceof Y.XmlText)
      for (const { text, attributes } of textRuns(child)) line.addText(text, marksOf(attributes))
    else if (child instanceof Y.XmlElement && nodeRenderings.get(child.nodeName)?.level === 'inline')
      line.addNode({ type: child.nodeName })
  }
  return line.pieces
}

/** Brings the pieces of a line to their one form. */
export class LineBuilder {
  readonly pieces: ContentPiece[] = []

  addText(text: string, marks: readonly ContentMark[]): void {
    if (text === '') return
    const last = this.pieces.at(-1)
    const joins = last !== undefined && isText(last) && sameJson(last.marks ?? [], marks)
    if (joins) this.pieces.pop()
    const whole = joins ? last.text + text : text
    this.pieces.push({ type: 'text', text: whole, ...(marks.length > 0 ? { marks } : {}) })
  }

  addNode(node: ContentNode): void {
    this.pieces.push(node)
  }
}

/** Marks in the table's order, from attributes as Yjs stores them: by name, each with its own attributes. */
export function marksOf(stored: ContentAttributes): ContentMark[] {
  const marks: ContentMark[] = []
  for (const [type, { stored: names }] of markRenderings) {
    const value = stored[type]
    if (value === undefined || value === null) continue
    const attrs = picked(typeof value === 'object' ? { ...value } : {}, names)
    marks.push({ type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}) })
  }
  return marks
}

/** A node in its one form. */
export function contentNode(
  type: string,
  stored: ContentAttributes,
  content: readonly ContentPiece[],
): ContentNode {
  const attrs = attributesOf(type, stored)
  return {
    type,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  }
}

function attributesOf(type: string, stored: ContentAttributes): ContentAttributes {
  const id = safeBlockId(stored.id)
  const known = storedAttributes[type] ?? {}
  const defaults = Object.fromEntries(Object.entries(known).map(([name, spec]) => [name, spec?.default]))
  return {
    ...(id === null ? {} : { id }),
    ...(type === 'heading' ? { level: headingLevel(stored) } : {}),
    ...picked(stored, Object.keys(known).sort(), defaults),
  }
}

function picked(
  stored: ContentAttributes,
  names: readonly string[],
  defaults: ContentAttributes = {},
): ContentAttributes {
  return Object.fromEntries(
    names.flatMap(name => {
      const value = stored[name] ?? null
      return value === null || sameJson(value, defaults[name] ?? null) ? [] : [[name, value]]
    }),
  )
}

export const sameJson = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)

/** The words of a node, lines and cells apart. */
export function wordsIn(piece: ContentPiece): string {
  if (isText(piece)) return piece.text
  if (nodeRenderings.get(piece.type)?.level === 'inline') return '\n'
  const parts = (piece.content ?? []).map(wordsIn)
  return parts.join(nodeRenderings.get(piece.type)?.content === 'blocks' ? '\n' : '')
}

/** The stable id of a block; null when it has none. */
export function blockIdOf({ attrs }: ContentNode): string | null {
  return safeBlockId(attrs?.id)
}
