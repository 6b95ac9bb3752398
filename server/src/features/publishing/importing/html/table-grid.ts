import type { DraftNode } from '../reading/file-jobs.js'

export type GridCell = {
  header: boolean
  colspan: number
  rowspan: number
  align: 'center' | 'right' | null
  content: DraftNode[]
}

/** Most columns of a table; a wider one is cut to it. */
const mostColumns = 100

export type Grid = { rows: DraftNode[]; changed: boolean }

/**
 * Makes rows of cells a table without holes and overlaps, as HTML's table model lays it out: editors would mend any other
 * one in the text of everybody. Answers whether something had to be cut or filled in.
 */
export function tableGrid(rows: readonly GridCell[][]): Grid {
  const taken: boolean[][] = rows.map(() => [])
  let changed = false
  const laid = rows.map((cells, row) => {
    const line: GridCell[] = []
    let column = 0
    for (const cell of cells) {
      while (taken[row]?.[column]) column++
      if (column >= mostColumns) {
        changed = true
        break
      }
      const colspan = freeColumns(taken[row] ?? [], { column, wanted: cell.colspan })
      const rowspan = Math.min(cell.rowspan, rows.length - row)
      changed ||= colspan !== cell.colspan || rowspan !== cell.rowspan
      occupy(taken, { row, column, colspan, rowspan })
      line.push({ ...cell, colspan, rowspan })
      column += colspan
    }
    return line
  })
  const width = Math.max(1, ...taken.map(columns => columns.length))
  const filled = laid.map((cells, row) => {
    const missing = width - Array.from(taken[row] ?? []).filter(Boolean).length
    changed ||= missing > 0
    return rowNode([...cells, ...Array.from({ length: missing }, emptyCell)])
  })
  return { rows: filled, changed }
}

function freeColumns(
  taken: readonly boolean[],
  { column, wanted }: { column: number; wanted: number },
): number {
  let free = 1
  while (free < wanted && column + free < mostColumns && !taken[column + free]) free++
  return free
}

type Area = { row: number; column: number; colspan: number; rowspan: number }

function occupy(taken: boolean[][], { row, column, colspan, rowspan }: Area): void {
  for (const columns of taken.slice(row, row + rowspan))
    for (let at = column; at < column + colspan; at++) columns[at] = true
}

const emptyCell = (): GridCell => ({
  header: false,
  colspan: 1,
  rowspan: 1,
  align: null,
  content: [{ type: 'paragraph' }],
})

const rowNode = (cells: readonly GridCell[]): DraftNode => ({
  type: 'tableRow',
  content: cells.map(cellNode),
})

function cellNode({ header, colspan, rowspan, align, content }: GridCell): DraftNode {
  return { type: header ? 'tableHeader' : 'tableCell', attrs: { colspan, rowspan, align }, content }
}
