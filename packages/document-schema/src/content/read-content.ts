import { Node } from '@tiptap/pm/model'
import { documentSchema } from '../schema.js'
import {
  type Content,
  type ContentAttributes,
  type ContentMark,
  type ContentNode,
  type ContentPiece,
  contentNode,
  marksOf as inTableOrder,
  LineBuilder,
} from './content-node.js'

/** From ProseMirror's JSON of a whole document, from wherever it comes; null when the schema refuses it. */
export function readContent(json: unknown): Content | null {
  try {
    const node = Node.fromJSON(documentSchema(), json)
    node.check()
    return node.type === documentSchema().topNodeType ? contentOfNode(node) : null
  } catch (problem) {
    // ProseMirror says no by throwing.
    if (problem instanceof Error) return null
    throw problem
  }
}

/** The content of a ProseMirror document. */
export function contentOfNode(doc: Node): Content {
  return childrenOf(doc).map(nodeFrom)
}

function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, at) => node.child(at))
}

function nodeFrom(node: Node): ContentNode {
  return contentNode(node.type.name, node.attrs, piecesOf(node))
}

function piecesOf(node: Node): ContentPiece[] {
  if (!node.isTextblock) return childrenOf(node).map(nodeFrom)
  const line = new LineBuilder()
  for (const child of childrenOf(node)) {
    if (child.isText) line.addText(child.text ?? '', marksOf(child))
    else line.addNode({ type: child.type.name })
  }
  return line.pieces
}

function marksOf({ marks }: Node): ContentMark[] {
  const stored: ContentAttributes = Object.fromEntries(marks.map(mark => [mark.type.name, mark.attrs]))
  return inTableOrder(stored)
}
