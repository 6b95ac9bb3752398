import type { PointName } from '@randnotiz/contract/answers/case'
import type { DeskItem, DeskQuery } from '@randnotiz/contract/answers/desk'
import { useQueryClient } from '@tanstack/react-query'
import { questionKey } from '../../../platform/question.js'
import { deskQuestion } from './desk-questions.js'

export type Neighbours = { before: DeskItem | undefined; behind: DeskItem | undefined }

/**
 * What stands before and behind a point in the list that somebody comes from, as they saw it there: the list itself may
 * have changed by what they just did. Nothing for whoever comes from elsewhere.
 */
export function useNeighbours(
  slug: string,
  query: DeskQuery,
  { annotationId, number }: PointName,
): Neighbours {
  const page = useQueryClient().getQueryData(questionKey(deskQuestion(slug, query)))
  const items = page?.ok ? page.value.items : []
  const at = items.findIndex(
    ({ annotation, point }) => annotation.id === annotationId && point.number === number,
  )
  const others = (part: DeskItem[]) => part.filter(({ annotation }) => annotation.id !== annotationId)
  if (at < 0) return { before: undefined, behind: undefined }
  return { before: others(items.slice(0, at)).at(-1), behind: others(items.slice(at + 1))[0] }
}
