import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { mostAtOnce } from '@randnotiz/contract/answers/commands'
import type { DeskChoice, DeskQuery } from '@randnotiz/contract/answers/desk'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import { wordsOfPoint } from '@randnotiz/domain/answers/excerpt'
import { chooseRows } from '../desk/choose-rows.js'
import { nameOfRow } from '../desk/desk-cursor.js'
import { workOf } from '../desk/desk-rows.js'
import type { AnswerParts } from '../parts.js'

const wordsLength = 120

/** What one command can be about of all that matches, in its order. */
export async function showDeskChoice(
  parts: AnswerParts,
  { slug, query, viewer }: { slug: string; query: Omit<DeskQuery, 'after'>; viewer: Viewer },
): Promise<Result<DeskChoice>> {
  const found = await chooseRows(parts, { slug, query, viewer })
  if (!found.ok) return found
  const points = found.value.rows.slice(0, mostAtOnce).map(row => {
    const { annotation } = row.candidate
    const words = wordsOfPoint(annotation, row.point.pieces).slice(0, wordsLength)
    return { ...nameOfRow(row), version: row.record.version, state: workOf(row).state, words }
  })
  return accept({ points })
}
