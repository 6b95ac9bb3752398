import { createHash } from 'node:crypto'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { type DocumentId, ReleaseId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { PublishRelease } from '@randnotiz/contract/publishing/commands'
import type { Release } from '@randnotiz/contract/publishing/release'
import { newId } from '../../../platform/mongo/ids.js'
import { type NewRelease, type ReleaseRecord, releaseOf } from '../storage/release-store.js'
import { hashOf } from '../texts/compose.js'
import type { LiveComposition } from '../versions/live-compositions.js'
import type { VersionParts } from '../versions/parts.js'
import { releaseFile } from '../versions/release-file.js'

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
  const { documents, releases, live, kept } = parts
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

  const release = await write(parts, command, { composition, authorId: viewer.id })
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

type Publication = { composition: LiveComposition; authorId: NewRelease['authorId'] }

/** Keeps the texts first; the row that leads to them comes last. */
async function write(
  { kept, clock }: VersionParts,
  command: Command,
  { composition, authorId }: Publication,
): Promise<NewRelease> {
  const { live, text } = composition
  const { documentId, commandId, title, summary } = command
  const createdAt = clock.now()
  const number = command.after + 1
  const file = releaseFile(
    { documentId, number, title, summary, createdAt: createdAt.toISOString() },
    text.content,
  )
  const { content, html, text: words } = text
  const token = await kept.keep({ content, html, text: words, state: live.update }, createdAt)
  return {
    id: newId(ReleaseId),
    documentId,
    number,
    title,
    summary,
    createdAt,
    hash: hashOf(file),
    state: text.state,
    stateVector: live.stateVector,
    words: text.words,
    outline: text.outline,
    token,
    authorId,
    commandId,
    commandDigest: digestOf(command),
  }
}
