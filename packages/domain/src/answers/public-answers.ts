import type { Answer, AnsweredPoint, PublicAnswer } from '@randnotiz/contract/answers/answer'
import type { PointName } from '@randnotiz/contract/answers/case'
import type { Piece, PointNumber } from '@randnotiz/contract/answers/piece'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'

/** An answer as it was published, with the points that it speaks for beside its own. */
export type Published = Answer & { publishedAt: string; members: readonly PointName[] }

/** The points of a case as far as everybody may know them. */
export type CasePoints = {
  annotationId: AnnotationId
  points: readonly { number: PointNumber; pieces: readonly Piece[]; published: Published | null }[]
}

const whole: CasePoints['points'] = [{ number: 1, pieces: [], published: null }]

/**
 * What everybody reads at contributions. A point has its own answer, or that of the point it was answered together with,
 * whose case is among `cases` too. A contribution without a case is one point; without any answer it is missing.
 */
export function publicAnswers(
  ids: Iterable<AnnotationId>,
  cases: readonly CasePoints[],
): Map<AnnotationId, PublicAnswer> {
  const pointsOf = new Map(cases.map(({ annotationId, points }) => [annotationId, points]))
  const shared = new Map<string, Published>()
  for (const { points } of cases)
    for (const { published } of points)
      for (const member of published?.members ?? []) if (published) shared.set(keyOf(member), published)
  const answers = new Map<AnnotationId, PublicAnswer>()
  for (const annotationId of new Set(ids)) {
    const points = pointsOf.get(annotationId) ?? whole
    const answered = points.flatMap(({ number, pieces, published }) => {
      const holds = published ?? shared.get(keyOf({ annotationId, number }))
      return holds ? [answeredPoint(holds, { number, pieces })] : []
    })
    if (answered.length > 0)
      answers.set(annotationId, { points: answered, open: points.length - answered.length })
  }
  return answers
}

const keyOf = ({ annotationId, number }: PointName) => `${annotationId}.${number}`

function answeredPoint(
  { outcome, reason, change, publishedAt, members }: Published,
  { number, pieces }: { number: PointNumber; pieces: readonly Piece[] },
): AnsweredPoint {
  return {
    number,
    pieces: [...pieces],
    outcome,
    reason,
    change,
    publishedAt,
    together: members.length + 1,
  }
}
