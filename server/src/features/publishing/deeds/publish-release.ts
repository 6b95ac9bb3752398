import { createHash } from 'node:crypto'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { PublishRelease } from '@randnotiz/contract/publishing/commands'
import type { Release } from '@randnotiz/contract/publishing/release'
import { type ReleaseRecord, releaseOf } from '../storage/release-store.js'
import type { VersionParts } from '../versions/parts.js'
import { writeRelease } from '../versions/write-release.js'

type Command = PublishRelease & { documentId: DocumentId }

/**
 * Publishes the live text, as it is on disk now, as the next release. Others may go on writing meanwhile: what is
 * published is one state that there was. Carried out once for each command id; of two who publish the same number one is
 * refused.
 */
export async function publishRelease(
  parts: VersionParts,
  command: Command,
  viewer: Viewer,
): Promise<Result<Release>> {
  const { documents, releases, live, kept, clock } = parts
  if (viewer.kind !== 'account') return refuse('accounts/sign-in-required')
  const allowed = await documents.ask(viewer, 'release:publish', command.documentId)
  if (!allowed.ok) return allowed
  const earlier = await releases.byCommand(viewer.id, command.commandId)
  if (earlier) return earlierAnswer(earlier, command)
  const composition = await live.of(command.documentId)
  if (composition === null) return refuse('documents/unknown')
  const last = await releases.last(command.documentId)
  if ((last?.number ?? 0) !== command.after) return refuse('publishing/released-meanwhile')
  if (last?.state === composition.text.state) return refuse('publishing/nothing-new')

  const said = { ...command, authorId: viewer.id, createdAt: clock.now(), commandDigest: digestOf(command) }
  const release = await writeRelease(parts, said, composition)
  const record = await releases.insert(release)
  if (record === null) {
    await kept.remove(release.token)
    const mine = await releases.byCommand(viewer.id, command.commandId)
    return mine ? earlierAnswer(mine, command) : refuse('publishing/released-meanwhile')
  }
  parts.events.emit('publishing/released', { documentId: record.documentId, number: record.number })
  return accept(releaseOf(record))
}

function earlierAnswer(record: ReleaseRecord, command: Command): Result<Release> {
  return record.commandDigest === digestOf(command)
    ? accept(releaseOf(record))
    : refuse('annotations/command-reused')
}

const digestOf = ({ documentId, title, summary, after }: Command): string =>
  createHash('sha256')
    .update(JSON.stringify([documentId, title, summary, after]))
    .digest('hex')
