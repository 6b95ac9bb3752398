import type { PointName } from '@randnotiz/contract/answers/case'
import type { SeenPoint } from '@randnotiz/contract/answers/commands'
import type { ManyDone } from '@randnotiz/contract/answers/publishing'
import type { AnnotationId, UserId } from '@randnotiz/contract/kit/ids'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Contribution } from '../../annotations/index.js'
import { announceDesk } from '../announce-desk.js'
import type { Lead } from '../groups.js'
import type { AnswerParts } from '../parts.js'
import { readCases, type StandingCase, type StandingCases } from '../read-cases.js'
import type { CaseSummary, HistoryRecord, PointRecord } from '../storage/record.js'

/** A point with all that decides what may become of it. `lead` is whom it is answered with, if not by itself. */
export type Judged = {
  point: PointRecord
  record: CaseSummary
  contribution: Contribution
  lead: Lead | undefined
}
export type PointChange = { point: PointRecord; deed: HistoryRecord['deed'] }
export type JudgePoint = (judged: Judged) => Result<PointChange> | Promise<Result<PointChange>>

export type Changing = { points: readonly SeenPoint[]; by: UserId; judge: JudgePoint }

/**
 * Does the same to many points: each case is written once, and only if it still is what its reader saw. What is refused
 * keeps nothing else from being done.
 */
export async function changePoints(parts: AnswerParts, changing: Changing): Promise<ManyDone> {
  const standing = await readCases(
    parts,
    changing.points.map(({ annotationId }) => annotationId),
  )
  const outcome: ManyDone = { done: [], refused: [] }
  const changed: CaseSummary[] = []
  for (const [annotationId, seen] of byCase(changing.points)) {
    const one = standing.cases.get(annotationId)
    if (one === undefined) refuseAll(outcome, seen, 'annotations/unknown')
    else if (await changeCase(parts, { ...changing, seen, one, standing, outcome })) changed.push(one.record)
  }
  announceDesk(parts, changed)
  return outcome
}

/** The same for a single one: its refusal is the answer. */
export async function changePoint(
  parts: AnswerParts,
  { point, ...changing }: Omit<Changing, 'points'> & { point: SeenPoint },
): Promise<Result<PointName>> {
  const { done, refused } = await changePoints(parts, { ...changing, points: [point] })
  const [name] = done
  return name ? { ok: true, value: name } : refuse(refused[0]?.code ?? 'answers/unknown-point')
}

type CaseChanging = Changing & {
  seen: readonly SeenPoint[]
  one: StandingCase
  standing: StandingCases
  outcome: ManyDone
}

async function changeCase(parts: AnswerParts, changing: CaseChanging): Promise<boolean> {
  const { seen, one, standing, outcome, by, judge } = changing
  const { record, contribution } = one
  const points = new Map(record.points.map(point => [point.number, point]))
  const deeds: HistoryRecord[] = []
  const done: PointName[] = []
  for (const { version, ...name } of seen) {
    const refuseIt = (code: RefusalCode) => outcome.refused.push({ ...name, code })
    const point = points.get(name.number)
    if (version !== record.version) refuseIt('answers/changed-meanwhile')
    else if (point === undefined) refuseIt('answers/unknown-point')
    else {
      const lead = standing.groups.leadOf(name)
      const judged = await judge({ point, record, contribution, lead })
      if (!judged.ok) refuseIt(judged.refusal.code)
      else {
        points.set(name.number, judged.value.point)
        deeds.push({ at: parts.clock.now().toISOString(), by, number: name.number, deed: judged.value.deed })
        done.push(name)
      }
    }
  }
  if (done.length === 0) return false
  if (!(await parts.cases.change(record, { points: [...points.values()], deeds }))) {
    refuseAll(outcome, done, 'answers/changed-meanwhile')
    return false
  }
  outcome.done.push(...done)
  return true
}

function byCase(points: readonly SeenPoint[]): Map<AnnotationId, SeenPoint[]> {
  const cases = new Map<AnnotationId, SeenPoint[]>()
  for (const seen of points) {
    const ofCase = cases.get(seen.annotationId) ?? []
    if (ofCase.every(({ number }) => number !== seen.number)) cases.set(seen.annotationId, [...ofCase, seen])
  }
  return cases
}

function refuseAll(outcome: ManyDone, points: readonly PointName[], code: RefusalCode): void {
  for (const { annotationId, number } of points) outcome.refused.push({ annotationId, number, code })
}
