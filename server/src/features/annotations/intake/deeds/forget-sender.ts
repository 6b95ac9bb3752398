import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { IntakeItem } from '@randnotiz/contract/annotations/intake'
import type { IntakeItemId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { numberOf } from '../intake-store.js'
import { type IntakeParts, personKeyOf, publicNameOf } from '../parts.js'
import { getIntakeItem } from './list-intake.js'

/** Takes away who wrote something, on their wish or when its time is over. What they said stays, without a name. */
export async function forgetSender(
  parts: IntakeParts,
  itemId: IntakeItemId,
  viewer: Viewer,
): Promise<Result<IntakeItem>> {
  const refusal = may(viewer, 'annotation:intake')
  if (refusal !== null) return refuse(refusal)
  const record = await parts.intake.byId(itemId)
  if (record === null) return refuse('annotations/unknown-intake')
  await parts.renameImported(personKeyOf(itemId), publicNameOf(numberOf(record)))
  await parts.intake.forget(itemId)
  return getIntakeItem(parts, itemId, viewer)
}
