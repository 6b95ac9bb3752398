/**
 * One line of a CSV file (RFC 4180) with its line end. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it, so that nobody's contribution computes anything on somebody's machine; whoever wants the bare
 * words has JSON.
 */
export function csvLine(cells: readonly (string | number | null)[], separator = ','): string {
  return `${cells.map(cell => csvCell(cell, separator)).join(separator)}\r\n`
}

/** So that Excel reads umlauts. */
export const csvMark = '\ufeff'

function csvCell(cell: string | number | null, separator: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const tame = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/.test(cell) ? `'${cell}` : cell
  return /["\r\n]/.test(tame) || tame.includes(separator) ? `"${tame.replaceAll('"', '""')}"` : tame
}
