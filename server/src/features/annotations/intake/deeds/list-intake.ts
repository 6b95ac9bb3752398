import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { type IntakeItem, type IntakePage, intakePageSize } from '@randnotiz/contract/annotations/intake'
import type { IntakeItemId, Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { viewIntake } from '../intake-view.js'
import type { IntakeParts } from '../parts.js'

/** What came to a process otherwise than here, newest first. */
export async function listIntake(
  parts: IntakeParts,
  { slug, before }: { slug: Slug; before: IntakeItemId | null },
  viewer: Viewer,
): Promise<Result<IntakePage>> {
  const refusal = may(viewer, 'annotation:intake')
  if (refusal !== null) return refuse(refusal)
  const process = (await parts.processes()).find(one => one.slug === slug)
  if (process === undefined) return refuse('publishing/unknown-process')
  const records = await parts.intake.ofProcess(process.id, { before, most: intakePageSize + 1 })
  const page = records.slice(0, intakePageSize)
  const next = records.length > page.length ? (page.at(-1)?._id ?? null) : null
  return accept({
    items: await viewIntake(parts, page),
    total: await parts.intake.count(process.id),
    next,
  })
}

export async function getIntakeItem(
  parts: IntakeParts,
  itemId: IntakeItemId,
  viewer: Viewer,
): Promise<Result<IntakeItem>> {
  const refusal = may(viewer, 'annotation:intake')
  if (refusal !== null) return refuse(refusal)
  const record = await parts.intake.byId(itemId)
  const [item] = record ? await viewIntake(parts, [record]) : []
  return item ? accept(item) : refuse('annotations/unknown-intake')
}
