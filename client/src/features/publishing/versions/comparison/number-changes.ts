import type { ComparedBlock, ComparedRow } from '@randnotiz/contract/publishing/comparison'

/** A row of the page; changes are numbered from 1. What moved away is no change of its own: its new place is. */
export type NumberedRow =
  | { row: 'gap'; key: string; blocks: number }
  | { row: 'same'; key: string; block: ComparedBlock }
  | { row: 'change'; key: string; block: ComparedBlock; number: number }
  /** `to` is the number of the change that shows where it stands now; null when it is not on the page. */
  | { row: 'moved-away'; key: string; block: ComparedBlock; to: number | null }

export function numberChanges(rows: readonly ComparedRow[]): NumberedRow[] {
  const numbers = new Map<ComparedBlock, number>()
  for (const row of rows)
    if (row.row === 'block' && isChange(row.block)) numbers.set(row.block, numbers.size + 1)
  return rows.map((row, place): NumberedRow => {
    const key = String(place)
    if (row.row === 'gap') return { ...row, key }
    const { block } = row
    if (block.kind === 'moved-away') return { row: 'moved-away', key, block, to: newPlace(block, numbers) }
    const number = numbers.get(block)
    return number === undefined ? { row: 'same', key, block } : { row: 'change', key, block, number }
  })
}

export const isChange = ({ kind }: ComparedBlock): boolean => kind !== 'same' && kind !== 'moved-away'

function newPlace(block: ComparedBlock, numbers: ReadonlyMap<ComparedBlock, number>): number | null {
  for (const [other, number] of numbers)
    if (other.kind === 'moved' && other.blockIds.some(id => block.blockIds.includes(id))) return number
  return null
}

export const changeElementId = (number: number): string => `aenderung-${number}`
