import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DeskItem } from '@randnotiz/contract/answers/desk'
import { nameOf } from '../../annotations/index.js'
import type { Groups } from '../groups.js'
import type { AnswerParts } from '../parts.js'
import { namesIn, peopleIn, viewPoints } from '../view.js'
import type { DeskRow } from './desk-rows.js'

type Parts = Pick<AnswerParts, 'cases' | 'desk' | 'readAuthors'>

/** Some rows as staff see them; names and support are read as they are now. */
export async function itemsOf(
  parts: Parts,
  rows: readonly DeskRow[],
  { groups, viewer }: { groups: Groups; viewer: Viewer },
): Promise<DeskItem[]> {
  const ids = [...new Set(rows.map(({ record }) => record._id))]
  const notes = await parts.cases.noteCounts(ids)
  const annotations = new Map((await parts.desk.viewUnbarred(ids, viewer)).map(one => [one.id, one]))
  const people = rows.flatMap(({ record }) => [record, ...groups.leadsOf(record)].flatMap(peopleIn))
  const authorOf = await namesIn(parts, people)
  return rows.flatMap(({ candidate, record, point }) => {
    const { order, document } = candidate
    const shown = viewPoints(record, groups, authorOf).find(({ number }) => number === point.number)
    const annotation = annotations.get(record._id)
    if (!shown || !annotation) return []
    return [
      {
        annotation,
        document: nameOf(document),
        chapter: order.chapterOf(annotation),
        version: record.version,
        point: shown,
        points: record.points.length,
        notes: notes.get(record._id) ?? 0,
      },
    ]
  })
}
