import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { IntakeItem, RegisterIntake } from '@randnotiz/contract/annotations/intake'
import type { Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { commandDigest } from '../../deeds/digest.js'
import type { IntakeRecord } from '../intake-store.js'
import { viewIntake } from '../intake-view.js'
import { type IntakeParts, personKeyOf, publicNameOf } from '../parts.js'

/** Takes down that something came, under the next receipt number of the year. Done once for each command id. */
export async function registerIntake(
  parts: IntakeParts,
  { slug, ...command }: RegisterIntake & { slug: Slug },
  viewer: Viewer,
): Promise<Result<IntakeItem>> {
  const refusal = may(viewer, 'annotation:intake')
  if (refusal !== null || viewer.kind === 'anonymous') return refuse(refusal ?? 'accounts/sign-in-required')
  const process = (await parts.processes()).find(one => one.slug === slug)
  if (process === undefined) return refuse('publishing/unknown-process')
  const now = parts.clock.now()
  const digest = commandDigest({ slug, ...command })
  const inserted = await parts.intake.insert({
    ...command,
    processId: process.id,
    year: now.getUTCFullYear(),
    registeredBy: viewer.id,
    registeredAt: now,
    commandDigest: digest,
    personFor: async ({ id, number }) => {
      const key = personKeyOf(id)
      const name = command.named ? command.sender : publicNameOf(number)
      const people = await parts.importPeople([{ key, name }])
      // The number may have been taken since this person was made.
      await parts.renameImported(key, name)
      const personId = people.get(key)
      if (personId === undefined) throw new Error(`no author for ${id}`)
      return personId
    },
  })
  const record = inserted ?? (await parts.intake.byCommand(viewer.id, command.commandId))
  return answer(parts, record, digest)
}

async function answer(
  parts: IntakeParts,
  record: IntakeRecord | null,
  digest: string,
): Promise<Result<IntakeItem>> {
  if (record?.commandDigest !== digest) return refuse('annotations/command-reused')
  const [item] = await viewIntake(parts, [record])
  return item ? accept(item) : refuse('annotations/unknown-intake')
}
