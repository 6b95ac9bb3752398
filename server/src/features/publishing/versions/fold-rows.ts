import type { ComparedBlock, ComparedRow } from '@randnotiz/contract/publishing/comparison'

/** So many unchanged blocks stand on each side of a change, to see where one is. */
const neighbours = 1

/** Leaves out the stretches that nothing happened to, but for their edges and the heading above a change. */
export function foldRows(blocks: readonly ComparedBlock[]): ComparedRow[] {
  const kept = keptPlaces(blocks)
  const rows: ComparedRow[] = []
  for (const [place, block] of blocks.entries()) {
    const last = rows.at(-1)
    if (kept.has(place)) rows.push({ row: 'block', block })
    else if (last?.row === 'gap') rows[rows.length - 1] = { row: 'gap', blocks: last.blocks + 1 }
    else rows.push({ row: 'gap', blocks: 1 })
  }
  return rows
}

function keptPlaces(blocks: readonly ComparedBlock[]): Set<number> {
  const kept = new Set<number>()
  let heading: number | null = null
  for (const [place, { kind, heading: words }] of blocks.entries()) {
    if (words !== null) heading = place
    if (kind === 'same') continue
    if (heading !== null) kept.add(heading)
    for (let near = place - neighbours; near <= place + neighbours; near++)
      if (near >= 0 && near < blocks.length) kept.add(near)
  }
  return kept
}
