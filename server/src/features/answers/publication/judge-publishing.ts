import type { PointName } from '@randnotiz/contract/answers/case'
import type { SeenPoint } from '@randnotiz/contract/answers/commands'
import type { ManyDone } from '@randnotiz/contract/answers/publishing'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { needsChange } from '@randnotiz/domain/answers/needs-change'
import { isStale } from '../deeds/is-stale.js'
import { withheld } from '../deeds/withheld.js'
import type { AnswerParts } from '../parts.js'
import { readCases, type StandingCases } from '../read-cases.js'

export type JudgedPublishing = {
  /** Can be published now, each once. */
  points: SeenPoint[]
  refused: ManyDone['refused']
  /** Points that get an answer by that: also those in groups, as far as their contributions are public. */
  answered: PointName[]
}

/** Which of some answers can be published, and for whom they speak. */
export async function judgePublishing(
  parts: AnswerParts,
  { processId, points }: { processId: ProcessId; points: readonly SeenPoint[] },
): Promise<JudgedPublishing> {
  const standing = await readCases(
    parts,
    points.map(({ annotationId }) => annotationId),
  )
  const judged: JudgedPublishing = { points: [], refused: [], answered: [] }
  const seen = new Set<string>()
  for (const point of points) {
    const { annotationId, number } = point
    const key = `${annotationId}.${number}`
    if (seen.has(key)) continue
    seen.add(key)
    const code = await whyNot(parts, standing, { ...point, processId })
    if (code !== null) judged.refused.push({ annotationId, number, code })
    else {
      judged.points.push(point)
      judged.answered.push({ annotationId, number }, ...(await publicMembers(parts, standing, point)))
    }
  }
  return judged
}

async function whyNot(
  parts: AnswerParts,
  { cases, groups }: StandingCases,
  { processId, version, ...name }: SeenPoint & { processId: ProcessId },
): Promise<RefusalCode | null> {
  const one = cases.get(name.annotationId)
  const point = one?.record.points.find(({ number }) => number === name.number)
  if (!one || !point || one.record.processId !== processId) return 'answers/unknown-point'
  if (groups.leadOf(name)) return 'answers/grouped'
  if (one.record.version !== version) return 'answers/changed-meanwhile'
  const { work } = point
  if (work.state !== 'released') return 'answers/not-now'
  const why = withheld(one.contribution)
  if (why !== null) return why
  if (needsChange(work.answer.outcome) && work.answer.change === null) return 'answers/change-missing'
  const { contribution } = one
  return (await isStale(parts, { point, contribution, edition: work.edition }))
    ? 'answers/contribution-changed'
    : null
}

async function publicMembers(
  { desk }: AnswerParts,
  { cases }: StandingCases,
  { annotationId, number }: PointName,
): Promise<PointName[]> {
  const point = cases.get(annotationId)?.record.points.find(one => one.number === number)
  const members = point?.members ?? []
  const contributions = await desk.contributions(members.map(member => member.annotationId))
  return members.flatMap(member =>
    contributions.get(member.annotationId)?.publication.state === 'published'
      ? [{ annotationId: member.annotationId, number: member.number }]
      : [],
  )
}
