import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DeskRows, DeskRowsQuery } from '@randnotiz/contract/answers/desk'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import { chooseRows } from '../desk/choose-rows.js'
import { itemsOf } from '../desk/desk-items.js'
import type { AnswerParts } from '../parts.js'

/** Some rows and all counts as they are now, for whoever shows them already. */
export async function showDeskRows(
  parts: AnswerParts,
  { slug, query, viewer }: { slug: string; query: DeskRowsQuery; viewer: Viewer },
): Promise<Result<DeskRows>> {
  const found = await chooseRows(parts, { slug, query, viewer })
  if (!found.ok) return found
  const { rows, counts, known } = found.value
  const asked = new Set(query.ids.split(','))
  const changed = rows.filter(({ record }) => asked.has(record._id))
  return accept({ ...counts, items: await itemsOf(parts, changed, { groups: known.groups, viewer }) })
}
