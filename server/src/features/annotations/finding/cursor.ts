import { AnnotationId } from '@randnotiz/contract/kit/ids'

/**
 * A cursor names the last annotation of a page. The next page begins behind it, wherever it stands by then; when it is
 * gone from the list, at the position it had.
 */
export type Cursor = { id: AnnotationId; position: number }

export const writeCursor = ({ id, position }: Cursor): string =>
  Buffer.from(`${id} ${position}`).toString('base64url')

/** Null for what is no cursor of ours. */
export function readCursor(text: string): Cursor | null {
  const [id = '', position = ''] = Buffer.from(text, 'base64url').toString().split(' ')
  const known = AnnotationId.safeParse(id)
  return known.success && /^\d{1,7}$/.test(position) ? { id: known.data, position: Number(position) } : null
}

/** Where the page behind a cursor begins. */
export function startBehind(cursor: Cursor | null, ids: readonly AnnotationId[]): number {
  if (cursor === null) return 0
  const at = ids.indexOf(cursor.id)
  return at < 0 ? Math.min(cursor.position, ids.length) : at + 1
}
