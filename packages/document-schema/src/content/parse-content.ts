import { nestingLimit } from '../rendered-tree.js'
import { nodeRenderings } from '../rendering-table.js'
import {
  type Content,
  type ContentAttributes,
  type ContentNode,
  contentNode,
  LineBuilder,
  marksOf,
} from './content-node.js'

/**
 * Reads content that was stored as JSON. Lenient where `readContent` is strict: concurrent edits can leave a text that
 * the schema would not let anybody write, and it was kept as it was. What is no node of ours is left out.
 */
export function parseContent(json: string): Content {
  return blocksFrom(JSON.parse(json), 0)
}

function blocksFrom(list: unknown, depth: number): ContentNode[] {
  if (!Array.isArray(list) || depth > nestingLimit) return []
  return list.flatMap((value: unknown) => {
    const { type, attrs, content } = entriesOf(value)
    const rendering = typeof type === 'string' ? nodeRenderings.get(type) : undefined
    if (typeof type !== 'string' || rendering?.level !== 'block') return []
    const pieces = rendering.content === 'text' ? lineFrom(content) : blocksFrom(content, depth + 1)
    return [contentNode(type, entriesOf(attrs), rendering.content === 'nothing' ? [] : pieces)]
  })
}

function lineFrom(list: unknown) {
  const line = new LineBuilder()
  for (const value of Array.isArray(list) ? list : []) {
    const { type, text, marks } = entriesOf(value)
    if (type === 'text' && typeof text === 'string') line.addText(text, marksOf(markEntries(marks)))
    else if (type === 'hardBreak') line.addNode({ type: 'hardBreak' })
  }
  return line.pieces
}

function markEntries(list: unknown): ContentAttributes {
  const marks: readonly unknown[] = Array.isArray(list) ? list : []
  return Object.fromEntries(
    marks.map(mark => {
      const { type, attrs } = entriesOf(mark)
      return [String(type), entriesOf(attrs)]
    }),
  )
}

const entriesOf = (value: unknown): ContentAttributes =>
  typeof value === 'object' && value !== null ? { ...value } : {}
