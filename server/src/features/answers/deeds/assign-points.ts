import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { AssignPoints } from '@randnotiz/contract/answers/commands'
import type { ManyDone } from '@randnotiz/contract/answers/publishing'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { AnswerParts } from '../parts.js'
import { askStaff } from './ask-staff.js'
import { changePoints, type PointChange } from './change-points.js'

/** Says which unit and which person answers some points, and until when. */
export async function assignPoints(
  parts: AnswerParts,
  { points, unit, dueOn, assignee }: AssignPoints,
  viewer: Viewer,
): Promise<Result<ManyDone>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  if (assignee && !(await parts.readStaff()).some(({ id }) => id === assignee))
    return refuse('answers/unknown-person', { field: 'assignee' })
  const judgeUnit = unitsOf(parts)
  return accept(
    await changePoints(parts, {
      points,
      by: staff.value,
      judge: async ({ point, record }): Promise<Result<PointChange>> => {
        const unknown = unit ? await judgeUnit(record.processId, unit) : null
        if (unknown !== null) return refuse(unknown)
        const assigned = {
          unit: unit === undefined ? point.unit : unit,
          dueOn: dueOn === undefined ? point.dueOn : dueOn,
          assigneeId: assignee === undefined ? point.assigneeId : assignee,
        }
        return accept({ point: { ...point, ...assigned }, deed: { kind: 'assigned', ...assigned } })
      },
    }),
  )
}

function unitsOf({ settings }: AnswerParts) {
  const known = new Map<ProcessId, Promise<ReadonlySet<string>>>()
  const read = async (processId: ProcessId) =>
    new Set((await settings.of(processId)).units.map(({ id }) => String(id)))
  return async (processId: ProcessId, unit: string): Promise<RefusalCode | null> => {
    const units = known.get(processId) ?? read(processId)
    known.set(processId, units)
    return (await units).has(unit) ? null : 'answers/unknown-unit'
  }
}
