import type { PointName } from '@randnotiz/contract/answers/case'
import { keyOf } from '../storage/case-store.js'
import type { DeskRow } from './desk-rows.js'

/**
 * A cursor names the last point of a page. The next page begins behind it, wherever it stands by then; when it has left
 * the list, at the position it had.
 */
export type DeskCursor = { key: string; position: number }

export const nameOfRow = ({ record, point }: DeskRow): PointName => ({
  annotationId: record._id,
  number: point.number,
})

export function writeCursor(row: DeskRow, position: number): string {
  return Buffer.from(`${keyOf(nameOfRow(row))} ${position}`).toString('base64url')
}

/** Null for what is no cursor of ours. */
export function readCursor(text: string): DeskCursor | null {
  const said = /^([0-9a-f]{24}\.\d{1,4}) (\d{1,7})$/.exec(Buffer.from(text, 'base64url').toString())
  const [, key, position] = said ?? []
  return key === undefined ? null : { key, position: Number(position) }
}

export function startBehind(cursor: DeskCursor | null, rows: readonly DeskRow[]): number {
  if (cursor === null) return 0
  const at = rows.findIndex(row => keyOf(nameOfRow(row)) === cursor.key)
  return at < 0 ? Math.min(cursor.position, rows.length) : at + 1
}
