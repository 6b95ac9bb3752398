/**
 * A draft comes from elsewhere and knows no names of blocks. Those it shares with the present text get the names they
 * have there, so that links to them, annotations and comparisons go on; the others get new ones.
 */
import { newBlockId } from '../block-ids.js'
import { nodesWithBlockId } from '../rendering-table.js'
import {
  blockIdOf,
  type Content,
  type ContentNode,
  type ContentPiece,
  isText,
  wordsIn,
} from './content-node.js'
import { type MatchedBlock, matchBlocks } from './match-blocks.js'

export function keepIds(present: Content, draft: Content, newId: () => string = newBlockId): Content {
  const known = namedBlocks(present)
  const named = namedBlocks(draft)
  const matches = matchBlocks(known.map(unitOf), named.map(anonymous))
  const ids = new Map(
    named.map((node, place) => {
      const match = known[matches[place] ?? -1]
      // A name may only go on where the kind of block does.
      return [node, (match?.type === node.type && match ? blockIdOf(match) : null) ?? newId()]
    }),
  )
  return draft.map(node => withIds(node, ids))
}

/** Blocks that carry ids, outer ones first. */
function namedBlocks(content: readonly ContentPiece[]): ContentNode[] {
  return content.flatMap(piece => {
    if (isText(piece)) return []
    const inner = namedBlocks(piece.content ?? [])
    return nodesWithBlockId.includes(piece.type) ? [piece, ...inner] : inner
  })
}

const unitOf = (node: ContentNode): MatchedBlock => ({
  id: blockIdOf(node),
  type: node.type,
  words: wordsIn(node),
})

const anonymous = (node: ContentNode): MatchedBlock => ({ ...unitOf(node), id: null })

function withIds(node: ContentNode, ids: ReadonlyMap<ContentNode, string>): ContentNode {
  const id = ids.get(node)
  const { id: _, ...attrs } = node.attrs ?? {}
  const given = id === undefined ? attrs : { id, ...attrs }
  const content = node.content?.map(piece => (isText(piece) ? piece : withIds(piece, ids)))
  return {
    type: node.type,
    ...(Object.keys(given).length > 0 ? { attrs: given } : {}),
    ...(content ? { content } : {}),
  }
}
