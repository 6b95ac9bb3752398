import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Scan } from '@randnotiz/contract/annotations/intake'
import type { IntakeItemId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { IntakeParts } from '../parts.js'
import { scanTypeOf } from '../scan-type.js'

/** Keeps the picture of a letter as it came, for staff. */
export async function keepScan(
  { intake }: IntakeParts,
  { itemId, bytes }: { itemId: IntakeItemId; bytes: Uint8Array },
  viewer: Viewer,
): Promise<Result<Scan>> {
  const refusal = may(viewer, 'annotation:intake')
  if (refusal !== null) return refuse(refusal)
  if ((await intake.byId(itemId)) === null) return refuse('annotations/unknown-intake')
  const buffer = Buffer.from(bytes)
  const type = scanTypeOf(buffer)
  if (type === null) return refuse('annotations/scan-unreadable')
  const scan = { type, bytes: buffer.length }
  await intake.putScan(itemId, { scan, bytes: buffer })
  return accept(scan)
}
