/**
 * Two texts in one. Blocks are matched by id, words or likeness (`matchBlocks`), wherever they stand; those that keep
 * their order hold the two texts together, and what moved is shown at both places. Inside of a pair lists, quotes and
 * tables are merged in the same way, lines word by word.
 */
import { blockIdOf, blocksIn, type Content, type ContentNode, wordsIn } from '../content/content-node.js'
import { type MatchedBlock, matchBlocks } from '../content/match-blocks.js'
import { longestRunInOrder } from '../light/longest-run.js'
import { nodeRenderings } from '../rendering-table.js'
import { mergeLines, wholeLine } from './merge-lines.js'
import type { Change, MergedBlock, MergedContent } from './merged-block.js'

export function mergeBlocks(before: Content, after: Content): MergedBlock[] {
  const matches = matchBlocks(before.map(unitOf), after.map(unitOf)).map((match, place) =>
    isSameKind(before[match], after[place]) ? match : -1,
  )
  const inOrder = longestRunInOrder(matches)
  const elsewhere = new Set(matches.filter((match, place) => match >= 0 && !inOrder.has(place)))
  const anchors = [...matches.entries()].filter(([place]) => inOrder.has(place))
  const merged: MergedBlock[] = []
  let shown = 0
  let next = 0
  const showRemoved = () => {
    const end = anchors[next]?.[1] ?? before.length
    for (; shown < end; shown++) merged.push(...removed(before[shown], elsewhere.has(shown)))
  }
  after.forEach((node, place) => {
    showRemoved()
    const match = before[matches[place] ?? -1]
    if (match === undefined) merged.push(whole(node, 'added'))
    else merged.push(...pair(match, node, !inOrder.has(place)))
    if (!inOrder.has(place)) return
    shown++
    next++
  })
  showRemoved()
  return merged
}

function removed(node: ContentNode | undefined, isElsewhere: boolean): MergedBlock[] {
  return node === undefined ? [] : [{ ...whole(node, 'removed'), moved: isElsewhere }]
}

/** A row of a table has no id of its own; what it begins with is as good. */
const unitOf = (node: ContentNode): MatchedBlock => ({
  id: firstIdIn(node),
  type: node.type,
  words: wordsIn(node),
})

function firstIdIn(node: ContentNode): string | null {
  const own = blockIdOf(node)
  if (own !== null) return own
  const [first] = blocksIn(node)
  const inner = first === undefined ? null : firstIdIn(first)
  return inner === null ? null : `in ${inner}`
}

const lists: readonly string[] = ['bulletList', 'orderedList']
const cells: readonly string[] = ['tableCell', 'tableHeader']

function isSameKind(one: ContentNode | undefined, other: ContentNode | undefined): boolean {
  if (one === undefined || other === undefined) return false
  if (one.type === other.type) return true
  return (
    (contentKind(one) === 'text' && contentKind(other) === 'text') ||
    [lists, cells].some(kinds => kinds.includes(one.type) && kinds.includes(other.type))
  )
}

const contentKind = ({ type }: ContentNode) => nodeRenderings.get(type)?.content ?? 'nothing'

function pair(before: ContentNode, after: ContentNode, moved: boolean): MergedBlock[] {
  // An image is this one or another one; there is nothing in between.
  if (contentKind(after) === 'nothing' && attributesOf(before) !== attributesOf(after))
    return [whole(before, 'removed'), whole(after, 'added')]
  return [{ change: 'same', moved, before, after, content: mergedContent(before, after) }]
}

function attributesOf({ attrs = {} }: ContentNode): string {
  const { id: _, ...others } = attrs
  return JSON.stringify(others)
}

function mergedContent(before: ContentNode, after: ContentNode): MergedContent {
  switch (contentKind(after)) {
    case 'text':
      return { kind: 'line', pieces: mergeLines(before.content ?? [], after.content ?? []) }
    case 'blocks':
      return { kind: 'blocks', blocks: mergeChildren(before, after) }
    case 'nothing':
      return { kind: 'nothing' }
  }
}

function mergeChildren(before: ContentNode, after: ContentNode): MergedBlock[] {
  const [old, fresh] = [blocksIn(before), blocksIn(after)]
  // In a row of the same width each cell is the one of its column, whatever it says.
  if (after.type !== 'tableRow' || old.length !== fresh.length) return mergeBlocks(old, fresh)
  return fresh.flatMap((cell, column) => {
    const match = old[column]
    return match === undefined ? [whole(cell, 'added')] : pair(match, cell, false)
  })
}

/** A block with all it holds, as it came or went. */
function whole(node: ContentNode, change: Exclude<Change, 'same'>): MergedBlock {
  return {
    change,
    moved: false,
    before: change === 'removed' ? node : null,
    after: change === 'added' ? node : null,
    content: wholeContent(node, change),
  }
}

function wholeContent(node: ContentNode, change: Exclude<Change, 'same'>): MergedContent {
  switch (contentKind(node)) {
    case 'text':
      return { kind: 'line', pieces: wholeLine(node.content ?? [], change) }
    case 'blocks':
      return { kind: 'blocks', blocks: blocksIn(node).map(child => whole(child, change)) }
    case 'nothing':
      return { kind: 'nothing' }
  }
}
