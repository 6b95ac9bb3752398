import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { type DeskPage, type DeskQuery, deskPageSize } from '@randnotiz/contract/answers/desk'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { nameOf } from '../../annotations/index.js'
import { chooseRows } from '../desk/choose-rows.js'
import { readCursor, startBehind, writeCursor } from '../desk/desk-cursor.js'
import { itemsOf } from '../desk/desk-items.js'
import { nameOfProcess } from '../desk/process-of.js'
import { rightsOf } from '../desk/rights.js'
import type { AnswerParts } from '../parts.js'

/** Every point of a process that waits, was answered, or will be: filtered, in order, a page at a time. */
export async function showDesk(
  parts: AnswerParts,
  { slug, query, viewer }: { slug: string; query: DeskQuery; viewer: Viewer },
): Promise<Result<DeskPage>> {
  const cursor = query.after === undefined ? null : readCursor(query.after)
  const found = await chooseRows(parts, { slug, query, viewer })
  if (!found.ok) return found
  if (query.after !== undefined && cursor === null) return refuse('request/invalid', { field: 'after' })
  const { process, documents, chapters, rows, counts, known } = found.value
  const start = startBehind(cursor, rows)
  const page = rows.slice(start, start + deskPageSize)
  const end = start + page.length
  const last = page.at(-1)
  return accept({
    ...counts,
    process: nameOfProcess(process),
    items: await itemsOf(parts, page, { groups: known.groups, viewer }),
    next: last && end < rows.length ? writeCursor(last, end) : null,
    documents: documents.map(nameOf),
    chapters,
    settings: await parts.settings.of(process.id),
    staff: await parts.readStaff(),
    rights: rightsOf(viewer),
  })
}
