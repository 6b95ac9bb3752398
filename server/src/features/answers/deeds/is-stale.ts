import type { Contribution } from '../../annotations/index.js'
import type { AnswerParts } from '../parts.js'
import type { PointRecord } from '../storage/record.js'

type About = { point: PointRecord; contribution: Contribution; edition: number }

/** Whether the author of the contribution, or of one it is answered with, has changed their words since they were read. */
export async function isStale(
  { desk }: Pick<AnswerParts, 'desk'>,
  { point, contribution, edition }: About,
): Promise<boolean> {
  if (contribution.edition !== edition) return true
  const others = await desk.contributions(point.members.map(({ annotationId }) => annotationId))
  // Who has taken a contribution back no longer stands in the way of the others.
  return point.members.some(member => {
    const other = others.get(member.annotationId)
    return other?.publication.state === 'published' && other.edition !== member.edition
  })
}
