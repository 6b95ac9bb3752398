import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { WorkshopId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { PlanWorkshop } from '@randnotiz/contract/workshops/endpoints'
import { may } from '@randnotiz/domain/accounts/permissions'
import { isConsistent } from '@randnotiz/domain/workshops/agenda'
import { newId } from '../../../platform/mongo/ids.js'
import { newJoinCode } from '../join-code.js'
import type { WorkshopRecord } from '../storage/workshop-store.js'
import { openDesk } from './open-desk.js'
import type { Account, WorkshopParts } from './parts.js'

/** A new workshop with a code of its own, as a draft. Planned at most once for each command id. */
export async function planWorkshop(
  parts: WorkshopParts,
  plan: PlanWorkshop,
  viewer: Viewer,
): Promise<Result<DeskView>> {
  const refusal = may(viewer, 'workshop:plan')
  if (refusal !== null) return refuse(refusal)
  if (viewer.kind !== 'account') return refuse('accounts/sign-in-required')
  if (!isConsistent(plan.agenda)) return refuse('request/invalid', { field: 'agenda' })
  for (const documentId of plan.setup.documentIds)
    if ((await parts.processOf(documentId)) !== plan.setup.processId) return refuse('documents/unknown')

  const workshop = await stored(parts, plan, viewer)
  const { setup, agenda } = plan
  await parts.sessions.begin(
    workshop._id,
    { kind: 'crew', userId: viewer.id },
    { fact: 'planned', setup, agenda, owner: viewer.id },
  )
  return openDesk(parts, workshop._id, viewer)
}

/** A code that is taken already, one in a billion, is drawn again. */
async function stored(parts: WorkshopParts, plan: PlanWorkshop, owner: Account): Promise<WorkshopRecord> {
  for (;;) {
    const known = await parts.workshops.byCommand(owner.id, plan.commandId)
    if (known) return known
    await parts.workshops.insert({
      id: newId(WorkshopId),
      code: newJoinCode(),
      processId: plan.setup.processId,
      ownerId: owner.id,
      commandId: plan.commandId,
      createdAt: parts.clock.now(),
    })
  }
}
